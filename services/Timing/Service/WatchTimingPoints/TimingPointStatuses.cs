using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Core.Progress;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Operations;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.WatchTimingPoints;

/// <summary>What goes on at every timing point, by id.</summary>
internal static class TimingPointStatuses
{
    internal static WatchTimingPointsResponse Of(MeetState state, MeetActivity activity, RegisteredMeet registered, Instant now)
    {
        var response = new WatchTimingPointsResponse();
        var unknown = state.Unknown.Of(state, registered);
        var visits = VisitsByPoint(state.Progress.Of(state, registered, now));
        foreach (var point in state.Points.Values.OrderBy(point => point.PointId, StringComparer.Ordinal))
        {
            state.Reads.TryFindPoint(point.PointId, out var number);
            var counts = state.Reads.CountsOfPoint(number);
            var status = new TimingPointStatus
            {
                TimingPointId = point.PointId,
                DisplayName = point.DisplayName,
                ReadsPerSecond = activity.PointRate(point.PointId),
                ReadCount = counts.ReadCount,
                PassingCount = counts.PassingCount,
                ChipCount = counts.ChipCount,
                UnknownChipCount = UnknownAt(state.Reads, number, unknown),
                LastReadTime = Wire.TimestampOrNull(counts.LastReadMicros),
            };
            var devices = state.Devices.Values.Where(device => device.PointId == point.PointId).OrderBy(device => device.DeviceId, StringComparer.Ordinal).ToList();
            status.Devices.Add(devices.Select(device => Of(state, activity, device)));
            Count(status, counts);
            Count(status, visits[point.PointId]);
            status.ClockSpread = SpreadOf(state, activity, devices, now) is { } spread ? Wire.DurationOf(spread) : null;
            response.TimingPoints.Add(status);
        }

        return response;
    }

    /// <summary>Chips of a list that were read at a point.</summary>
    internal static int UnknownAt(MeetReads reads, int point, IReadOnlyList<int> chips)
    {
        var count = 0;
        foreach (var chip in chips)
        {
            count += reads.WasReadAt(point, chip) ? 1 : 0;
        }

        return count;
    }

    private static ILookup<string, VisitProgress> VisitsByPoint(FieldProgress progress) =>
        progress.Courses.SelectMany((course, number) => course.Visits.Take(FieldProgress.MaxVisits).Select((visit, index) =>
        {
            var counts = progress.CountsOf(number, index);
            var message = new VisitProgress
            {
                RaceId = course.RaceId,
                SplitId = visit.SplitId,
                ExpectedCount = counts.Expected,
                SeenCount = counts.Seen,
                MissedCount = counts.Missed,
            };
            return (visit.PointId, message);
        })).ToLookup(visit => visit.PointId, visit => visit.message, StringComparer.Ordinal);

    private static void Count(TimingPointStatus status, PointCounts counts)
    {
        var readers = counts.Readers;
        status.MainPassingCount = readers.Main;
        status.BackupPassingCount = readers.Backup;
        status.MainMissedCount = readers.Backup - readers.Both;
        status.BackupMissedCount = readers.Backup == 0 ? 0 : readers.Main - readers.Both;
    }

    private static void Count(TimingPointStatus status, IEnumerable<VisitProgress> visits)
    {
        foreach (var visit in visits)
        {
            status.Visits.Add(visit);
            status.ExpectedCount += visit.ExpectedCount;
            status.SeenCount += visit.SeenCount;
            status.MissedCount += visit.MissedCount;
        }
    }

    private static DeviceStatus Of(MeetState state, MeetActivity activity, DeviceSettings device)
    {
        state.Reads.TryFindDevice(device.DeviceId, out var number);
        var counts = state.Reads.CountsOfDevice(number);
        var now = activity.DeviceNow(device.DeviceId);
        return new DeviceStatus
        {
            DeviceId = device.DeviceId,
            DisplayName = device.DisplayName,
            Connected = now.Connected,
            ReadCount = counts.ReadCount,
            ReadsPerSecond = now.ReadsPerSecond,
            LastReadTime = Wire.TimestampOrNull(counts.LastReadMicros),
        };
    }

    /// <summary>How far the corrected clocks of the devices lie apart; null while fewer than two can be compared.</summary>
    private static Elapsed? SpreadOf(MeetState state, MeetActivity activity, IReadOnlyList<DeviceSettings> devices, Instant now)
    {
        var (least, most, count) = (long.MaxValue, long.MinValue, 0);
        foreach (var device in devices)
        {
            if (activity.DeviceNow(device.DeviceId).Report is { } report && ClockComparison.BestOf(report) is { } best && state.Reads.TryFindDevice(device.DeviceId, out var number))
            {
                var rest = best.Offset.Micros - ClockComparison.AppliedAt(state.Reads.ClockOf(number), now);
                (least, most, count) = (Math.Min(least, rest), Math.Max(most, rest), count + 1);
            }
        }

        return count < 2 ? null : new Elapsed(most - least);
    }
}
