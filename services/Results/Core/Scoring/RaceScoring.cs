using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Alignment;
using RaceSystem.Results.Core.Cutoffs;
using RaceSystem.Results.Core.Explanations;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>
/// The working state of one race. Records mark runners; <see cref="Rescore"/> aligns and scores the marked ones and
/// ranks the visits that changed. Not safe to share between threads.
/// </summary>
internal sealed class RaceScoring
{
    private readonly RunnerCrossings? _course;
    private readonly MeetInputs _inputs;
    private readonly bool _isFork;
    private readonly long[] _crossings;
    private Roster _roster;
    private VisitBoard[] _boards = [];
    private RunnerStates _states = new(0);
    private RaceClock _clock;
    private RaceRulings _rulings = RaceRulings.None;
    private bool _needsRulings;
    private bool _needsRoster = true;
    private bool _needsAll = true;
    private RaceStandings? _snapshot;
    private RaceStandings? _previous;

    /// <param name="race">Course, divisions and rules.</param>
    /// <param name="inputs">The latest records of the meet.</param>
    /// <param name="isFork">Whether it is part of a copy that is looked at once or twice.</param>
    public RaceScoring(RaceDefinition race, MeetInputs inputs, bool isFork)
    {
        Race = race;
        (_inputs, _isFork) = (inputs, isFork);
        _course = RunnerCrossings.On(race, inputs);
        _crossings = new long[_course?.VisitCount ?? 0];
        _roster = new Roster(race, []);
        _clock = RaceClock.Unset(race);
    }

    private RaceScoring(RaceScoring origin, MeetInputs inputs)
    {
        Race = origin.Race;
        (_inputs, _isFork) = (inputs, true);
        _course = origin._course?.Over(inputs);
        _crossings = new long[origin._crossings.Length];
        (_roster, _states, _boards) = (origin._roster.Copy(), origin._states.Copy(), [.. origin._boards.Select(board => board.Fork())]);
        (_clock, _rulings, _snapshot) = (origin._clock, origin._rulings, origin._snapshot);
        (_needsRulings, _needsRoster, _needsAll) = (origin._needsRulings, origin._needsRoster, origin._needsAll);
    }

    /// <summary>The same runners by other rules; null: it cannot be told that they stay the same and in the same groups.</summary>
    public RaceScoring? With(RaceDefinition race)
    {
        if (_needsRoster || !ReferenceEquals(race.Divisions, Race.Divisions) || !ReferenceEquals(race.WaveIds, Race.WaveIds))
        {
            return null;
        }

        var other = new RaceScoring(race, _inputs, _isFork);
        other.Take(_roster.With(race));
        return other;
    }

    /// <summary>The same race over other inputs; columns are shared until one of the two changes them.</summary>
    public RaceScoring Fork(MeetInputs inputs) => new(this, inputs);

    public RaceDefinition Race { get; }

    /// <summary>Somebody joined or left, or a bib changed: the roster must be given before the next scoring.</summary>
    public bool NeedsRoster => _needsRoster;

    /// <summary>Something is marked.</summary>
    public bool IsDirty => _needsRoster || _needsAll || _needsRulings || _states.MarkedCount > 0;

    public void RequireRoster() => _needsRoster = true;

    /// <summary>Decisions changed: the next scoring looks at them again.</summary>
    public void RequireRulings() => _needsRulings = true;

    /// <summary>Everybody is scored again: a gun, a time limit or a timing point changed.</summary>
    public void MarkAll() => _needsAll = true;

    public void Mark(int runner) => _states.Mark(runner);

    /// <summary>The runner with a bib, or -1.</summary>
    public int FindBib(string bib) => Roster.FindBib(_roster.Entries, bib);

    /// <summary>Marks the runners who wear a bib; the empty one those who have none yet, of whom race control may have said something too.</summary>
    public void MarkBib(string bib)
    {
        for (var i = FindBib(bib); i >= 0 && i < _roster.Count && _roster.Entries[i].Bib == bib; i++)
        {
            Mark(i);
        }
    }

    /// <summary>New facts of a runner that leave the order of bibs as it is.</summary>
    public void Assign(int runner, Entry entry)
    {
        _roster.Assign(runner, entry);
        _roster.Chips[runner] = _inputs.ChipsOf(entry);
        _states.FactsChanged = true;
        _needsRulings |= !_inputs.Adjudications.IsEmpty;
        if (_clock.WaveCount != _roster.WaveIds.Count)
        {
            MarkAll();
        }

        foreach (var board in _boards)
        {
            board.MarkGroups(runner);
        }

        Mark(runner);
    }

    /// <summary>Takes the runners of the race; everybody is scored from nothing.</summary>
    public Roster SetRoster(BibOrder[] members)
    {
        var roster = new Roster(Race, members);
        for (var i = 0; i < roster.Count; i++)
        {
            roster.Chips[i] = _inputs.ChipsOf(roster.Entries[i]);
        }

        Take(roster);
        return roster;
    }

    private void Take(Roster roster)
    {
        _roster = roster;
        _states = new RunnerStates(_roster.Count);
        _boards = [.. _crossings.Select(_ => new VisitBoard(_roster.Count, _isFork))];
        _needsRoster = false;
        _needsRulings = true;
        _rulings = RaceRulings.None;
        MarkAll();
    }

    /// <summary>Scores what is marked.</summary>
    public void Rescore(ScoringTools tools)
    {
        RefreshRulings();
        if (_needsAll)
        {
            _clock = RaceClock.Of(Race, _roster.WaveIds, _inputs);
            _course?.Refresh();
            for (var runner = 0; runner < _roster.Count; runner++)
            {
                Score(runner, tools);
            }
        }
        else
        {
            foreach (var runner in _states.Marked)
            {
                Score(runner, tools);
            }
        }

        _states.ClearMarks();
        _needsAll = false;
        foreach (var board in _boards)
        {
            board.Rerank(_roster.Groups, tools.Sort, tools.Counter);
        }

        (_previous, _snapshot) = (_snapshot ?? _previous, null);
    }

    /// <summary>An immutable copy; the same one as long as nothing changes.</summary>
    public RaceStandings Snapshot()
    {
        if (_snapshot is null)
        {
            _states.CopyFacts(_roster);
            VisitStandings[] visits = [.. _boards.Select(board => board.Snapshot())];
            ResultStatus[] status = [.. _states.Status];
            if (_clock.Limits.Any && visits.Length > 0)
            {
                GateClosing.Apply(_clock.Limits, status, _states.LastVisit, runner => _clock.GunOf(_roster.Waves[runner]), visits.Max(visit => visit.LatestCrossing));
            }

            _snapshot = new RaceStandings(Race, _states.Facts!, status, [.. _states.LastVisit], _clock, _rulings, visits);
            if (_previous is { } previous)
            {
                _snapshot.TakeOver(previous);
                _previous = null;
            }
        }

        return _snapshot;
    }

    /// <summary>Why a runner's result is what it is. Call after <see cref="Rescore"/>.</summary>
    /// <param name="runner">The runner.</param>
    /// <param name="registered">The runner's entry before decisions.</param>
    /// <param name="tools">Buffers.</param>
    public ResultExplanation Explain(int runner, Entry registered, ScoringTools tools) =>
        ExplanationMaking.Explain(Snapshot(), runner, _inputs, _course?.Trace(_roster, runner, _clock.GunOf(_roster.Waves[runner], _rulings.Of(runner)), tools), registered);

    /// <summary>The entry of a runner as decisions left it.</summary>
    public Entry EntryOf(int runner) => _roster.Entries[runner];

    private void RefreshRulings()
    {
        if (!_needsRulings)
        {
            return;
        }

        _needsRulings = false;
        var rulings = RaceRulings.Of(Race, _roster, _inputs.Adjudications.Index);
        foreach (var runner in rulings.DifferencesFrom(_rulings))
        {
            Mark(runner);
        }

        _rulings = rulings;
        if (_boards.Length > 0)
        {
            _boards[^1].Judge(rulings.Judging);
        }
    }

    private void Score(int runner, ScoringTools tools)
    {
        var declared = _inputs.Declarations.Count > 0 ? _inputs.DeclaredOf(_roster.Entries[runner]) : ResultStatus.None;
        var ruling = _rulings.Of(runner);
        declared = ruling?.StatusOver(declared) ?? declared;
        if (_course is null)
        {
            _states.Set(runner, declared == ResultStatus.None ? ResultStatus.Registered : declared, -1);
            return;
        }

        var wave = _roster.Waves[runner];
        var gun = _clock.GunOf(wave, ruling);
        _course.Align(_roster, runner, gun, tools, _crossings);
        ruling?.Override(_crossings);
        var last = _crossings.AsSpan().LastIndexOfAnyExcept(Moment.None);
        var isLate = _clock.Limits.Any && _clock.Limits.FirstLate(_crossings, _clock.GunOf(wave), ruling) >= 0;
        var result = RunnerStates.StatusOf(declared, last, _crossings.Length - 1, isLate);
        var zero = ruling is { DecidesStart: true } ? gun : RaceClock.ZeroOf(_roster.Profiles[runner], gun, _crossings[0]);
        for (var visit = 0; visit < _boards.Length; visit++)
        {
            var crossing = _crossings[visit];
            var ranks = crossing != Moment.None && zero != Moment.None && RunnerStates.Ranks(result, visit == _boards.Length - 1);
            _boards[visit].Set(runner, crossing, ranks ? crossing - zero + (ruling?.AdjustmentAt(visit) ?? 0) : Moment.None);
        }

        _states.Set(runner, result, last);
    }
}
