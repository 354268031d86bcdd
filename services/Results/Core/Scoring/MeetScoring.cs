using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Core.Explanations;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>
/// Scores a meet from the latest record of every key: each call replaces what was known under a key and marks what it
/// touches; <see cref="Rescore"/> brings the standings up to date at a cost that follows what was marked. The standings
/// depend on the records alone, not on their order (invariant 3). Not safe to share between threads.
/// </summary>
public sealed class MeetScoring
{
    private readonly MeetInputs _inputs;
    private readonly ScoringTools _tools = new();
    private readonly MeetRaces _races;
    private readonly MeetEntries _entries;
    private readonly bool _isFork;
    private MeetFacts? _meet;
    private long _version;

    /// <param name="firstVersion">The first snapshot gets the next number.</param>
    public MeetScoring(long firstVersion = 0)
    {
        _version = firstVersion;
        _inputs = new MeetInputs();
        _races = new MeetRaces();
        _entries = new MeetEntries(_inputs, _races);
    }

    private MeetScoring(MeetScoring origin)
    {
        (_isFork, _meet, _version, _inputs) = (true, origin._meet, origin._version, origin._inputs.Copy());
        _races = origin._races.Fork(_inputs);
        _entries = origin._entries.Fork(_inputs, _races);
    }

    /// <summary>Some standings are behind the records.</summary>
    public bool IsDirty => _entries.NeedsIdentity || _races.IsDirty;

    /// <summary>Takes the meet's own record.</summary>
    public void SetMeet(MeetFacts meet) => _meet = meet;

    /// <summary>Takes a race: course, divisions, waves, rules.</summary>
    public void SetRace(RaceDefinition race)
    {
        _races.Set((_isFork ? _races.Find(race.RaceId)?.With(race) : null) ?? new RaceScoring(race, _inputs, _isFork));
        _entries.RequireIdentity();
    }

    /// <summary>Takes an entry.</summary>
    public void SetEntry(Entry entry) => _entries.Set(entry);

    /// <summary>
    /// Takes all passings of a chip at a timing point, in microseconds, distinct. Chips that nobody wears are kept: they
    /// may be given out later. Allocates nothing when chip and point are known.
    /// </summary>
    public void SetPassings(ReadOnlySpan<char> timingPointId, ReadOnlySpan<char> chipCode, ReadOnlySpan<long> times)
    {
        var chip = _inputs.Passings.Chip(chipCode);
        if (_inputs.Passings.Replace(chip, _inputs.Passings.Point(timingPointId), times))
        {
            _entries.MarkChip(chip);
        }
    }

    /// <summary>Takes all manual times of a bib at a timing point; whoever wears the bib, with or without a chip.</summary>
    public void SetManualPassings(string timingPointId, string bib, ReadOnlySpan<ManualTime> times)
    {
        ArgumentNullException.ThrowIfNull(bib);
        if (_inputs.Manual.Replace(bib, _inputs.Passings.Point(timingPointId), times))
        {
            _races.MarkBib(bib);
            _entries.MarkWorn(bib);
        }
    }

    /// <summary>Takes the gun of a wave; null: it has none.</summary>
    public void SetGun(string raceId, string waveId, Instant? time)
    {
        if (time is { } gun)
        {
            _inputs.Guns[(raceId, waveId)] = gun.Micros;
        }
        else
        {
            _inputs.Guns.Remove((raceId, waveId));
        }

        _races.Find(raceId)?.MarkAll();
    }

    /// <summary>A scoring of its own with the same records, to find out what would be if some were otherwise. This one stays as it is.</summary>
    public MeetScoring Fork() => new(this);

    /// <summary>In a fork: takes the chips' passings at a timing point in a span of time away.</summary>
    public void IgnorePassings(string timingPointId, Instant? from, Instant? to)
    {
        RequireFork();
        _inputs.Passings.Ignore(_inputs.Passings.Point(timingPointId), from?.Micros ?? long.MinValue, to?.Micros ?? long.MaxValue);
        MarkAll();
    }

    /// <summary>In a fork: moves the chips' passings at a timing point in a span of time.</summary>
    public void ShiftPassings(string timingPointId, Elapsed by, Instant? from, Instant? to)
    {
        RequireFork();
        _inputs.Passings.Shift(_inputs.Passings.Point(timingPointId), by.Micros, from?.Micros ?? long.MinValue, to?.Micros ?? long.MaxValue);
        MarkAll();
    }

    /// <summary>The entry with a bib in a race as it is registered; null: nobody wears it there.</summary>
    public Entry? FindEntry(string raceId, string bib) => _entries.Find(raceId, bib);

    /// <summary>A race as it is defined, or null.</summary>
    public RaceDefinition? FindRace(string raceId) => _races.Find(raceId)?.Race;

    /// <summary>The gun of a wave; null: none was recorded.</summary>
    public Instant? GunOf(string raceId, string waveId) => _inputs.Guns.TryGetValue((raceId, waveId), out var gun) ? new Instant(gun) : null;

    /// <summary>Takes how a timing point joins reads: it also joins the passings of a runner's several chips.</summary>
    public void SetTimingPoint(string timingPointId, Elapsed deadTime, bool keepsLast)
    {
        var point = _inputs.Passings.Point(timingPointId);
        var timing = new PointTiming(deadTime.Micros, keepsLast);
        if (!_inputs.PointTimings.TryGetValue(point, out var before) || before != timing)
        {
            _inputs.PointTimings[point] = timing;
            MarkAll();
        }
    }

    /// <summary>Takes race control's word on a runner; <see cref="ResultStatus.None"/> takes the earlier one back.</summary>
    public void Declare(string raceId, string bib, ResultStatus status)
    {
        if (status == ResultStatus.None)
        {
            _inputs.Declarations.Remove((raceId, bib));
        }
        else
        {
            _inputs.Declarations[(raceId, bib)] = status;
        }

        // In every race: a runner whom a decision moved takes the word along.
        _races.MarkBib(bib);
    }

    /// <summary>Takes a decision of a race; null: it is revoked, or there is none under this id any more.</summary>
    public void SetAdjudication(string raceId, string adjudicationId, Adjudication? standing)
    {
        if (_inputs.Adjudications.Replace(raceId, adjudicationId, standing, out var before))
        {
            _entries.RequireIdentity(AdjudicationIndex.IsIdentity(before?.Decision));
            _races.RequireRulings();
        }
    }

    /// <summary>Forgets meet, races and entries: Registration's log was made anew.</summary>
    public void ClearRegistration()
    {
        _entries.Clear();
        _races.Clear();
        _meet = null;
    }

    /// <summary>Forgets passings, manual times, guns and timing points: Timing's log was made anew.</summary>
    public void ClearTiming()
    {
        _inputs.Passings.Clear();
        _inputs.Manual.Clear();
        _inputs.Guns.Clear();
        _inputs.PointTimings.Clear();
        MarkAll();
    }

    /// <summary>Forgets declarations and adjudications: Results' own log was made anew.</summary>
    public void ClearResults()
    {
        _inputs.Declarations.Clear();
        _entries.RequireIdentity();
        _inputs.Adjudications.Clear();
        _races.RequireRulings();
        MarkAll();
    }

    /// <summary>Marks every runner, as if nothing had been scored yet.</summary>
    public void MarkAll() => _races.MarkAll();

    /// <summary>Scores what is marked.</summary>
    public void Rescore()
    {
        _entries.Identify();
        _races.Rescore(_entries, _tools);
    }

    /// <summary>An immutable picture of the standings as last scored.</summary>
    public MeetStandings Snapshot(LogSequences sequences) => new(++_version, sequences, _meet, [.. _races.Snapshots(_meet?.RaceIds ?? [])])
    {
        Adjudications = _inputs.Adjudications.Index.All,
    };

    /// <summary>Why a runner's result is what it is, as of the records taken so far; null: nobody wears the bib in the race.</summary>
    public ResultExplanation? Explain(string raceId, string bib)
    {
        Rescore();
        return _races.Find(raceId) is { } race && race.FindBib(bib) is var runner and >= 0
            ? race.Explain(runner, _entries.RegisteredAs(race.EntryOf(runner)), _tools)
            : null;
    }

    /// <summary>What the detectors of anomalies look at, as last scored. Takes one copy of the passings, so that they can look at it in peace.</summary>
    public FieldEvidence Evidence() => Evidence(_inputs.Passings.Picture());

    private FieldEvidence Evidence(PassingPicture passings) => new()
    {
        Races = [.. _races.Snapshots([])],
        Entries = [.. _entries.All],
        Adjudications = _inputs.Adjudications.Index.All,
        Undecided = Undecided(passings),
        Passings = passings,
        Manual = _inputs.Manual.Copy(),
        Guns = _inputs.Guns.ToDictionary(),
        Declarations = _inputs.Declarations.ToDictionary(),
    };

    private FieldEvidence? Undecided(PassingPicture passings)
    {
        var decisions = _inputs.Adjudications.Index.All.Where(adjudication => adjudication.Decision is not AnomalyDismissal).ToList();
        if (decisions.Count == 0)
        {
            return null;
        }

        var fork = Fork();
        decisions.ForEach(adjudication => fork.SetAdjudication(adjudication.RaceId, adjudication.AdjudicationId, null));
        fork.Rescore();
        return fork.Evidence(passings);
    }

    private void RequireFork()
    {
        if (!_isFork)
        {
            throw new InvalidOperationException("Passings are changed by Timing's records; only a fork may assume other ones.");
        }
    }
}
