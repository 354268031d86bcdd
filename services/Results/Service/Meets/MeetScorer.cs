using System.Diagnostics;
using System.Threading.Channels;
using Google.Protobuf;
using Microsoft.Extensions.Logging;
using RaceSystem.Platform.Changelog;
using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Core.Explanations;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Records;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.V1;
using Anomaly = RaceSystem.Results.Core.Anomalies.Anomaly;

namespace RaceSystem.Results.Service.Meets;

/// <summary>
/// One meet: takes records under a lock, scores what they touch in its own loop, and publishes immutable snapshots, at
/// most ten a second and less when scoring takes long. Safe to use from several threads.
/// </summary>
internal sealed class MeetScorer(string meetId, TimeProvider time, ILogger log)
{
    /// <summary>Shortest time between two snapshots.</summary>
    public static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>After a snapshot the loop rests this many times as long as it took, so that scoring never takes more than a quarter of a core.</summary>
    private const int RestFactor = 3;

    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(2);
    private readonly Lock _use = new();
    private readonly Lock _search = new();

    // A version names a snapshot of this process alone: replicas start at different numbers.
    private readonly MeetScoring _scoring = new(time.GetUtcNow().ToUnixTimeMilliseconds() * 1_000);
    private readonly RegistrationRecordReader _registration = new();
    private readonly TimingRecordReader _timing = new();
    private readonly SnapshotCauses _causes = new();
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private LogSequences _sequences;
    private LogSequences _anomaliesAt;
    private IReadOnlyList<Anomaly>? _anomalies;

    /// <summary>The newest snapshot.</summary>
    public MeetStandings Current => Snapshots.Newest;

    /// <summary>Where snapshots are published.</summary>
    public PublishedSnapshots Snapshots { get; } = new();

    /// <summary>The decisions of the meet, revoked ones too.</summary>
    public AdjudicationTable Adjudications { get; } = new();

    /// <summary>Snapshots that page tokens name.</summary>
    public SnapshotPins Pins { get; } = new(time);

    public void ApplyRegistration(IReadOnlyList<ChangelogRecord> records, long through) =>
        Apply("registration", records, (_registration, _scoring), static (state, bytes) => state._registration.Read(bytes, state._scoring), sequences => sequences with { Registration = through });

    public void ApplyTiming(IReadOnlyList<ChangelogRecord> records, long through) =>
        Apply("timing", records, (_timing, _scoring), static (state, bytes) => state._timing.Read(bytes, state._scoring), sequences => sequences with { Timing = through });

    public void ApplyResults(IReadOnlyList<ChangelogRecord> records, long through) =>
        Apply("results", records, (Adjudications, _scoring), static (state, bytes) => Take(ResultsRecord.Parser.ParseFrom(bytes), state.Adjudications, state._scoring), sequences => sequences with { Results = through });

    public void ResetRegistration() => Reset(
        scoring =>
        {
            scoring.ClearRegistration();
            _registration.Forget();
        },
        sequences => sequences with { Registration = 0 });

    /// <summary>Entries of whom something may not be published, as of the last record applied.</summary>
    public IReadOnlyDictionary<string, Visibility> HiddenEntries()
    {
        lock (_use)
        {
            return _registration.HiddenEntries.ToDictionary(StringComparer.Ordinal);
        }
    }

    public void ResetTiming() => Reset(scoring => scoring.ClearTiming(), sequences => sequences with { Timing = 0 });

    public void ResetResults()
    {
        Adjudications.Clear();
        Reset(scoring => scoring.ClearResults(), sequences => sequences with { Results = 0 });
    }

    /// <summary>Scores and publishes until the host stops.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            await _changed.Reader.ReadAsync(stopping);
            var started = time.GetTimestamp();
            var pause = ShortestPause;
            try
            {
                Publish();
                pause = TimeSpan.FromTicks(Math.Max(ShortestPause.Ticks, time.GetElapsedTime(started).Ticks * RestFactor));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A fault in scoring one meet must not end its standings for good: say so, score from nothing, go on.
                log.ScoringFailed(meetId, error);
                pause = FailurePause;
                MarkAll();
            }

            await Task.Delay(pause, time, stopping);
        }
    }

    /// <summary>Why a runner's result is what it is, as of the records taken so far; null: nobody wears the bib in the race.</summary>
    public ResultExplanation? Explain(string raceId, string bib)
    {
        lock (_use)
        {
            return _scoring.Explain(raceId, bib);
        }
    }

    /// <summary>A copy of the scoring, to find out what would be if something were otherwise.</summary>
    public MeetScoring Fork()
    {
        lock (_use)
        {
            return _scoring.Fork();
        }
    }

    /// <summary>
    /// What does not add up, as of the records taken so far; found anew only after a change. One search at a time, beside the
    /// records and snapshots that come meanwhile.
    /// </summary>
    public IReadOnlyList<Anomaly> Anomalies()
    {
        lock (_search)
        {
            FieldEvidence evidence;
            LogSequences sequences;
            lock (_use)
            {
                if (_anomalies is not null && _anomaliesAt == _sequences)
                {
                    return _anomalies;
                }

                _scoring.Rescore();
                (evidence, sequences) = (_scoring.Evidence(), _sequences);
            }

            (_anomalies, _anomaliesAt) = (MeetAnomalies.Of(evidence), sequences);
            return _anomalies;
        }
    }

    /// <summary>Scores what changed and publishes a snapshot at once.</summary>
    internal void Publish()
    {
        MeetStandings snapshot;
        var started = time.GetTimestamp();
        lock (_use)
        {
            using var activity = _causes.StartSnapshot();
            _scoring.Rescore();
            snapshot = _scoring.Snapshot(_sequences);
            activity?.SetTag("racesystem.meet_id", meetId);
        }

        Snapshots.Publish(snapshot);
        ResultsTelemetry.SnapshotDuration.Record(time.GetElapsedTime(started).TotalSeconds);
        Pins.Forget();
    }

    private void Apply<TState>(string owner, IReadOnlyList<ChangelogRecord> records, TState state, RecordAction<TState> read, Func<LogSequences, LogSequences> advance)
    {
        using var activity = ResultsTelemetry.Source.StartActivity(ResultsTelemetry.ApplyActivity);
        lock (_use)
        {
            for (var i = 0; i < records.Count; i++)
            {
                var record = records[i];
                try
                {
                    read(state, record.Value.Span);
                }
                catch (Exception error) when (error is InvalidProtocolBufferException or InvalidDataException or ArgumentException or OverflowException or InvalidOperationException)
                {
                    log.RecordUnreadable(owner, meetId, record.Key, record.Sequence, error);
                }
            }

            _sequences = advance(_sequences);
            _causes.Add(activity?.Context ?? Activity.Current?.Context ?? default);
        }

        activity?.SetTag("owner", owner).SetTag("racesystem.meet_id", meetId).SetTag("racesystem.records", records.Count);
        Wake();
    }

    private static void Take(ResultsRecord record, AdjudicationTable adjudications, MeetScoring scoring)
    {
        ResultsRecordReader.Take(record, scoring);
        if (record.Adjudication is { } adjudication)
        {
            adjudications.Take(adjudication);
        }
    }

    private void Reset(Action<MeetScoring> clear, Func<LogSequences, LogSequences> rewind)
    {
        lock (_use)
        {
            clear(_scoring);
            _sequences = rewind(_sequences);
        }

        Wake();
    }

    private void MarkAll()
    {
        lock (_use)
        {
            _scoring.MarkAll();
        }

        Wake();
    }

    private void Wake() => _changed.Writer.TryWrite(true);

    private delegate void RecordAction<TState>(TState state, ReadOnlySpan<byte> record);
}
