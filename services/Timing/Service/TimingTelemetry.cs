using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RaceSystem.Timing.Service;

/// <summary>Timing's trace source and metrics, both named <c>RaceSystem.Timing</c>.</summary>
internal sealed class TimingTelemetry : IDisposable
{
    internal const string Name = "RaceSystem.Timing";

    private readonly Meter _meter;
    private long _queued;
    private long _openAlarms;

    public TimingTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        Reads = _meter.CreateCounter<long>("racesystem.timing.reads", "{read}", "Raw reads committed, duplicates included.");
        Batches = _meter.CreateCounter<long>("racesystem.timing.batches", "{batch}", "Uploaded batches, by outcome.");
        CommitDuration = _meter.CreateHistogram<double>("racesystem.timing.commit.duration", "s", "From taking batches off the queue to their commit.");
        CommitBatches = _meter.CreateHistogram<int>("racesystem.timing.commit.batches", "{batch}", "Batches that shared one commit.");
        AlarmsRaised = _meter.CreateCounter<long>("racesystem.timing.alarms.raised", "{alarm}", "Alarms raised by this instance.");
        _meter.CreateObservableGauge("racesystem.timing.alarms", () => OpenAlarms, "{alarm}", "Alarms that hold, of the meets that upload to this instance.");
        _meter.CreateObservableGauge("racesystem.timing.queue.depth", () => Interlocked.Read(ref _queued), "{batch}", "Batches that wait for a commit, all meets.");
    }

    internal static ActivitySource Source { get; } = new(Name);

    internal Counter<long> Reads { get; }

    internal Counter<long> Batches { get; }

    internal Histogram<double> CommitDuration { get; }

    internal Histogram<int> CommitBatches { get; }

    internal Counter<long> AlarmsRaised { get; }

    /// <summary>Alarms that hold, all meets.</summary>
    internal long OpenAlarms
    {
        get => Interlocked.Read(ref _openAlarms);
        set => Interlocked.Exchange(ref _openAlarms, value);
    }

    internal void Queued(int change) => Interlocked.Add(ref _queued, change);

    public void Dispose() => _meter.Dispose();
}
