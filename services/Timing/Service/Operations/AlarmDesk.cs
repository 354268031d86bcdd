using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;

namespace RaceSystem.Timing.Service.Operations;

/// <summary>
/// Judges the meets that upload to this instance, every <see cref="Period"/>. Another instance that takes uploads of the same
/// meet judges it too, from the same reads; the store keeps one alarm a subject.
/// </summary>
internal sealed class AlarmDesk(
    ResidentMeets meets, MeetRegistry registry, AlarmStore store, TimingTelemetry telemetry, TimeProvider time, ILogger<AlarmDesk> logger) : BackgroundService
{
    /// <summary>Between two judgements of a meet.</summary>
    internal static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>A meet is judged until nothing came in for this long; afterwards its alarms stand as they are.</summary>
    private static readonly Elapsed Rest = Elapsed.FromSeconds(900);

    private readonly ConcurrentDictionary<string, MeetAlarms> _alarms = new(StringComparer.Ordinal);

    /// <summary>Judges every meet that is under way once.</summary>
    internal Task JudgeAsync(CancellationToken cancellationToken)
    {
        var now = Instant.From(time.GetUtcNow());
        var active = meets.Writers.Where(writer => writer.Activity.StreamCount > 0 || now - (writer.Activity.LastUpload ?? default) < Rest).ToList();
        foreach (var meetId in _alarms.Keys.Except(active.Select(writer => writer.MeetId)))
        {
            _alarms.TryRemove(meetId, out _);
        }

        telemetry.OpenAlarms = _alarms.Values.Sum(alarms => alarms.Count);
        return Task.WhenAll(active.Select(writer => JudgeAsync(writer, cancellationToken)));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await JudgeAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task JudgeAsync(MeetWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            var registered = await registry.RequireMeetAsync(writer.MeetId, cancellationToken);
            var alarms = _alarms.GetOrAdd(writer.MeetId, id => new MeetAlarms(id, store, telemetry));
            var sample = await writer.LookAsync(state => MeetSamples.Of(state, writer.Activity, registered, Instant.From(time.GetUtcNow())), cancellationToken);
            await alarms.JudgeAsync(sample, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The database is away, for example; what was found is kept and stored at the next turn.
            LogMessages.AlarmsNotJudged(logger, exception, writer.MeetId);
        }
    }
}
