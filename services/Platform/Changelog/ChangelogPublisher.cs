using System.Diagnostics;
using Google.Protobuf;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RaceSystem.Changelog.V1;
using RaceSystem.Platform.Telemetry;

namespace RaceSystem.Platform.Changelog;

/// <summary>
/// Hands committed ranges to the bus, in order, each confirmed before the next. Small ranges that wait are joined, so
/// that a slow broker gets fewer, larger messages. While the broker is away it tries again and the queue keeps the newest.
/// </summary>
internal sealed class ChangelogPublisher(
    string owner,
    PublishQueue queue,
    ChangeBus bus,
    TimeProvider time,
    ILogger<ChangelogPublisher> log) : BackgroundService
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    private long _reportedDrops;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var range = await queue.ReadAsync(stoppingToken);
                await PublishAsync(JoinWaiting(range, out var traces), traces, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private CommittedRange JoinWaiting(CommittedRange range, out List<ActivityContext> traces)
    {
        traces = [];
        while (queue.TryPeek(out var next) && RangeSplitter.Joins(range, next) && queue.TryRead(out var taken))
        {
            // The queue may have dropped the peeked one in between.
            if (!RangeSplitter.Joins(range, taken))
            {
                break;
            }

            range = RangeSplitter.Join(range, taken);
            traces.Add(taken.Trace);
        }

        return range;
    }

    private async Task PublishAsync(CommittedRange range, List<ActivityContext> traces, CancellationToken cancellationToken)
    {
        var message = range.Route.Message(new ChangelogRange(owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, Serialize(range)));
        using var activity = PlatformTelemetry.Source.StartActivity(
            TelemetryNames.PublishActivity, ActivityKind.Producer, range.Trace, links: traces.ConvertAll(trace => new ActivityLink(trace)));
        activity?.SetTag(TelemetryNames.OwnerTag, owner);
        activity?.SetTag(TelemetryNames.RecordsTag, range.Records.Count);
        activity?.SetTag(TelemetryNames.SequenceTag, range.LastSequence);
        var delay = FirstDelay;
        while (true)
        {
            try
            {
                await bus.PublishAsync(message, range.Route.MessageType, cancellationToken);
                PlatformTelemetry.MessagesPublished.Add(1, PlatformTelemetry.Owner(owner));
                ReportDrops();
                return;
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                log.PublishWaits(owner, range.MeetId, range.FirstSequence, range.LastSequence, error);
            }

            await Task.Delay(delay, time, cancellationToken);
            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
        }
    }

    private void ReportDrops()
    {
        var dropped = queue.Dropped;
        if (dropped > _reportedDrops)
        {
            _reportedDrops = dropped;
            log.RangesDropped(owner, dropped);
        }
    }

    private static byte[] Serialize(CommittedRange range)
    {
        var message = new ListChangesResponse { LogId = range.LogId, ThroughSequence = range.LastSequence, HeadSequence = range.LastSequence };
        message.Records.AddRange(range.Records.Select(ChangeRecords.ToMessage));
        return message.ToByteArray();
    }
}
