using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Alarms;
using RaceSystem.Timing.Core.Progress;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.WatchTimingPoints;

namespace RaceSystem.Timing.Service.Operations;

/// <summary>A meet as the alarm rules see it.</summary>
internal static class MeetSamples
{
    private static readonly Elapsed LiveWithin = Elapsed.FromSeconds(60);
    private static readonly Elapsed OnTheWay = Elapsed.FromSeconds(15);

    internal static MeetSample Of(MeetState state, MeetActivity activity, RegisteredMeet registered, Instant now)
    {
        var progress = state.Progress.Of(state, registered, now);
        var due = DueByPoint(state, progress, RaceTime(state, now));
        var unknown = state.Unknown.Of(state, registered);
        var points = state.Points.Values.Select(point => PointOf(state, point, progress, unknown, due.GetValueOrDefault(point.PointId))).ToList();
        var quarantines = state.Clocks.Quarantines.Values.Where(row => row.State == "Open").ToLookup(row => row.DeviceId, StringComparer.Ordinal);
        var devices = state.Devices.Values.Select(device => DeviceOf(state, activity, device) with { OpenQuarantines = quarantines[device.DeviceId].Count() }).ToList();
        return new MeetSample(now, points, devices);
    }

    private static PointSample PointOf(MeetState state, PointSettings point, FieldProgress progress, IReadOnlyList<int> unknown, DueCounts due)
    {
        state.Reads.TryFindPoint(point.PointId, out var number);
        var counts = state.Reads.CountsOfPoint(number);
        var (crossings, arrived, missed, isVisited) = SeenAt(progress, point.PointId);
        return new PointSample(point.PointId, point.DisplayName.Length > 0 ? point.DisplayName : point.PointId)
        {
            ReadCount = counts.ReadCount,
            PassingCount = counts.PassingCount,
            CrossingCount = isVisited ? crossings : counts.ChipCount,
            ArrivedCount = arrived,
            MissedCount = missed + due.Overdue,
            ChipCount = counts.ChipCount,
            UnknownChipCount = TimingPointStatuses.UnknownAt(state.Reads, number, unknown),
            LastReadMicros = counts.LastReadMicros,
            GunVersion = state.Guns.Version,
            Due = due,
        };
    }

    /// <summary>
    /// How far the race has come: now, when reads come as they are made; in a replay the latest read that two points agree on,
    /// since one wrong clock must not make everybody late.
    /// </summary>
    private static long RaceTime(MeetState state, Instant now)
    {
        var (latest, second) = (0L, 0L);
        for (var point = 0; point < state.Reads.PointCount; point++)
        {
            var last = state.Reads.CountsOfPoint(point).LastReadMicros;
            (latest, second) = last > latest ? (last, latest) : (latest, Math.Max(second, last));
        }

        return Math.Abs(now.Micros - latest) < LiveWithin.Micros ? now.Micros - OnTheWay.Micros : second;
    }

    private static (long Crossings, long Arrived, long Missed, bool IsVisited) SeenAt(FieldProgress progress, string pointId)
    {
        var (crossings, arrived, missed, isVisited) = (0L, 0L, 0L, false);
        for (var course = 0; course < progress.Courses.Count; course++)
        {
            var visits = progress.Courses[course].Visits;
            for (var visit = 0; visit < Math.Min(visits.Count, FieldProgress.MaxVisits); visit++)
            {
                if (visits[visit].PointId == pointId)
                {
                    var (_, seen, unseen) = progress.CountsOf(course, visit);
                    crossings += visit > 0 ? seen : progress.StartedOf(course);
                    arrived += visit > 0 ? seen : 0;
                    missed += visit > 0 ? unseen : 0;
                    isVisited |= progress.CountsOf(course, 0).Expected > 0;
                }
            }
        }

        return (crossings, arrived, missed, isVisited);
    }

    private static Dictionary<string, DueCounts> DueByPoint(MeetState state, FieldProgress progress, long raceTime)
    {
        var due = new Dictionary<string, DueCounts>(StringComparer.Ordinal);
        progress.CountDue(
            pointId => state.Reads.TryFindPoint(pointId, out var number) ? state.Reads.CountsOfPoint(number).LastReadMicros : 0,
            raceTime,
            (course, visit, counts) =>
            {
                var pointId = progress.Courses[course].Visits[visit].PointId;
                var sum = due.GetValueOrDefault(pointId);
                due[pointId] = new DueCounts(sum.Due + counts.Due, sum.LongDue + counts.LongDue, sum.Overdue + counts.Overdue);
            });
        return due;
    }

    private static DeviceSample DeviceOf(MeetState state, MeetActivity activity, DeviceSettings device)
    {
        state.Reads.TryFindDevice(device.DeviceId, out var number);
        var counts = state.Reads.CountsOfDevice(number);
        var now = activity.DeviceNow(device.DeviceId);
        var lag = activity.TakeLeastLag(device.DeviceId);
        var best = now.Report is null ? null : ClockComparison.BestOf(now.Report);
        return new DeviceSample(device.DeviceId, device.PointId, device.DisplayName.Length > 0 ? device.DisplayName : device.DeviceId)
        {
            IsConnected = now.Connected,
            LostAt = now.LostAt,
            ReadCount = counts.ReadCount,
            LastReadMicros = counts.LastReadMicros,
            LeastLagMicros = device.ChecksClock ? lag : null,
            ReportedAt = now.Report is null ? null : now.ReportedAt,
            ReportInterval = now.ReportInterval,
            HasDecoder = now.Report?.DecoderConnected,
            ClockOffsetMicros = best?.Offset.Micros,
            ClockErrorMicros = best?.Error.Micros ?? 0,
            BatteryPercent = now.Report is { HasBatteryPercent: true } report ? report.BatteryPercent : null,
            RejectedFrames = now.Report?.RejectedFrames ?? 0,
            Problem = now.Report?.Problem ?? "",
        };
    }
}
