using RaceSystem.Timing.Core.Alarms;

namespace RaceSystem.Timing.Service.Operations;

/// <summary>The alarm rules of one meet, and what they found that is not stored yet. Used by one caller at a time.</summary>
internal sealed class MeetAlarms(string meetId, AlarmStore store, TimingTelemetry telemetry)
{
    private readonly List<AlarmChange> _unstored = [];
    private AlarmWatch? _watch;

    /// <summary>Alarms that hold by the rules.</summary>
    internal int Count => _watch?.Count ?? 0;

    internal async Task JudgeAsync(MeetSample sample, CancellationToken cancellationToken)
    {
        _watch ??= await BeginAsync(sample, cancellationToken);
        _unstored.AddRange(_watch.Judge(sample));
        if (_unstored.Count == 0)
        {
            return;
        }

        if (_unstored.Count > Limits.OpenAlarms)
        {
            // The database has been away for long: begin again with what it holds.
            _watch = null;
            _unstored.Clear();
            return;
        }

        telemetry.AlarmsRaised.Add(await store.ApplyAsync(meetId, _unstored, cancellationToken));
        _unstored.Clear();
    }

    private async Task<AlarmWatch> BeginAsync(MeetSample sample, CancellationToken cancellationToken)
    {
        var open = await store.ListOpenAsync(meetId, cancellationToken);
        return new AlarmWatch(
            open.Where(row => Enum.TryParse<AlarmKind>(row.Kind, out _)).Select(row => new AlarmSubject(Enum.Parse<AlarmKind>(row.Kind), row.TimingPointId, row.DeviceId)),
            sample.Now);
    }
}
