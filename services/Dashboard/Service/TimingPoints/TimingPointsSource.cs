using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Grpc.Core;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Timing.V1;

namespace RaceSystem.Dashboard.Service.TimingPoints;

/// <summary>The state of a meet's timing points from one WatchTimingPoints stream of Timing.</summary>
public sealed class TimingPointsSource(TimingService.TimingServiceClient timing, MeetDirectory directory) : ILiveSource<string, TimingPointsMessage>
{
    /// <inheritdoc/>
    public string Service => "timing";

    /// <inheritdoc/>
    public async IAsyncEnumerable<TimingPointsMessage> ReadAsync(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var meet = await directory.FindMeetAsync(key, cancellationToken);
        var clock = MeetClock.Of(meet?.TimeZone);
        using var call = timing.WatchTimingPoints(new WatchTimingPointsRequest { MeetId = key }, cancellationToken: cancellationToken);
        await foreach (var message in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            yield return new TimingPointsMessage([.. message.TimingPoints.Select(point => Row(point, clock))], clock.ZoneName);
        }
    }

    /// <inheritdoc/>
    public LiveEvent Whole(TimingPointsMessage state) =>
        new("timing-points", JsonSerializer.SerializeToUtf8Bytes(state, LiveJson.Lines.TimingPointsMessage));

    /// <inheritdoc/>
    public LiveEvent? Change(TimingPointsMessage before, TimingPointsMessage after)
    {
        var next = Whole(after);
        return next.Data.AsSpan().SequenceEqual(Whole(before).Data) ? null : next;
    }

    private static TimingPointRow Row(TimingPointStatus point, MeetClock clock)
    {
        var connected = point.Devices.Count(device => device.Connected);
        return new TimingPointRow(
            point.TimingPointId,
            point.DisplayName.Length > 0 ? point.DisplayName : point.TimingPointId,
            Rate(point.ReadsPerSecond),
            Labels.Count(point.ReadCount),
            Labels.Count(point.PassingCount),
            Labels.Count(point.SeenCount),
            Labels.Count(point.ExpectedCount),
            Labels.Count(point.MissedCount),
            point.MissedCount * 100 > point.SeenCount,
            Share(point.MainMissedCount, point.BackupPassingCount),
            Share(point.BackupMissedCount, point.BackupPassingCount == 0 ? 0 : point.MainPassingCount),
            Labels.Count(point.UnknownChipCount),
            point.UnknownChipCount > 0,
            point.ClockSpread is { } spread ? FormattableString.Invariant($"{spread.ToTimeSpan().TotalSeconds:0.000} s") : "–",
            clock.Time(point.LastReadTime),
            FormattableString.Invariant($"{connected} of {point.Devices.Count}"),
            connected == point.Devices.Count,
            [.. point.Devices.Select(device => new DeviceRow(
                device.DeviceId,
                device.DisplayName.Length > 0 ? device.DisplayName : device.DeviceId,
                device.Connected,
                Rate(device.ReadsPerSecond),
                Labels.Count(device.ReadCount),
                clock.Time(device.LastReadTime)))]);
    }

    /// <summary>A dash where nothing can be compared.</summary>
    private static string Share(long missed, long all) => all == 0 ? "–" : FormattableString.Invariant($"{100.0 * missed / all:0.0} %");

    /// <summary>Reads a second.</summary>
    internal static string Rate(double perSecond) => perSecond.ToString(perSecond is > 0 and < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
