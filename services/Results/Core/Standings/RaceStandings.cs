using System.Collections.Concurrent;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Standings;

/// <summary>
/// A race as it stood at one moment: runners numbered in the order of their bibs, their status, and the standings at
/// every visit. Immutable and safe to share between threads; successive snapshots share what did not change.
/// </summary>
public sealed class RaceStandings
{
    private readonly RosterFacts _facts;
    private readonly ResultStatus[] _status;
    private readonly sbyte[] _lastVisit;
    private readonly RaceClock _clock;
    private readonly RaceRulings _rulings;
    private readonly ConcurrentDictionary<Type, Lazy<object>> _derived = new();

    internal RaceStandings(RaceDefinition race, RosterFacts facts, ResultStatus[] status, sbyte[] lastVisit, RaceClock clock, RaceRulings rulings, VisitStandings[] visits)
    {
        Race = race;
        Visits = visits;
        _facts = facts;
        _status = status;
        _lastVisit = lastVisit;
        _clock = clock;
        _rulings = rulings;
        Counts = RaceCounts.Of(status, lastVisit, visits.Length - 1);
    }

    /// <summary>Course, divisions and rules.</summary>
    public RaceDefinition Race { get; }

    /// <summary>Standings at each visit of the course; empty when the course is unusable.</summary>
    public IReadOnlyList<VisitStandings> Visits { get; }

    /// <summary>Everyone still in the race; made when first asked for.</summary>
    public LiveStandings Live => Derive(race => new LiveStandings(race, race._facts.Groups));

    /// <summary>
    /// What follows from this snapshot alone and is costly to make: made when first asked for, then kept with it. One value
    /// for a type, so each kind of it has a type of its own.
    /// </summary>
    /// <param name="make">A pure function of the snapshot.</param>
    public T Derive<T>(Func<RaceStandings, T> make)
        where T : class => (T)_derived.GetOrAdd(typeof(T), _ => new Lazy<object>(() => make(this))).Value;

    /// <summary>
    /// Takes over what was made of another snapshot of the race and follows from course, crossings and first gun alone, where
    /// these are the same in both: a decision on a status or a penalty is no reason to make it anew.
    /// </summary>
    public void TakeOver(RaceStandings other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other != this && other._derived.Any(derived => IsOfCrossings(derived.Key)) && HasSameCrossings(other))
        {
            foreach (var (type, value) in other._derived.Where(derived => IsOfCrossings(derived.Key)))
            {
                _derived.TryAdd(type, value);
            }
        }
    }

    /// <summary>Runners of the race.</summary>
    public int RunnerCount => _status.Length;

    /// <summary>Runners by what they are doing.</summary>
    public RaceCounts Counts { get; }

    /// <summary>Earliest gun of the race; null: none yet.</summary>
    public Instant? FirstGun => _clock.FirstGun;

    /// <summary>In which groups runners are ranked.</summary>
    internal RankGroups Groups => _facts.Groups;

    /// <summary>Who the runner is.</summary>
    public Entry EntryOf(int runner) => _facts.Entries[runner];

    /// <summary>Where the runner stands.</summary>
    public ResultStatus StatusOf(int runner) => _status[runner];

    /// <summary>Furthest visit measured, or -1.</summary>
    public int LastVisitOf(int runner) => _lastVisit[runner];

    /// <summary>The runner's division, or null.</summary>
    public Division? DivisionOf(int runner) => DivisionIndexOf(runner) is var division and >= 0 ? Race.Divisions[division] : null;

    /// <summary>Index of the runner's division in the race, or -1.</summary>
    public int DivisionIndexOf(int runner) => _facts.Groups.Division[runner];

    /// <summary>The decisions on a runner that stand, in the order in which they count.</summary>
    public IReadOnlyList<Adjudication> AdjudicationsOf(int runner) => _rulings.Of(runner)?.Adjudications ?? [];

    /// <summary>A decision says from which moment the runner's time counts: <see cref="GunOf"/>, whatever the start line read.</summary>
    public bool HasDecidedStart(int runner) => _rulings.Of(runner)?.DecidesStart == true;

    /// <summary>Penalties and adjustments that are part of the runner's times at a visit.</summary>
    public Elapsed AdjustmentOf(int runner, int visit) => new(_rulings.Of(runner)?.AdjustmentAt(visit) ?? 0);

    /// <summary>Which time ranks the runner: the race's profile, worked out for who is elite and who is not.</summary>
    public RuleProfile ProfileOf(int runner) => _facts.Profiles[runner];

    /// <summary>The gun of the runner's wave, or what a decision put in its place; null: not fired.</summary>
    public Instant? GunOf(int runner)
    {
        var gun = _clock.GunOf(_facts.Waves[runner], _rulings.Of(runner));
        return gun == Moment.None ? null : new Instant(gun);
    }

    /// <summary>The last moment at which the runner is in time at a visit; null: always, or no gun was fired.</summary>
    public Instant? ClosingOf(int runner, int visit) =>
        _clock.Limits.ClosesAt(visit, _clock.GunOf(_facts.Waves[runner])) is var time && time == long.MaxValue ? null : new Instant(time);

    /// <summary>The first visit that the runner crossed after it had closed, or -1.</summary>
    public int LateAt(int runner) =>
        _clock.Limits.FirstLate([.. Visits.Select(visit => visit.CrossingOf(runner)?.Micros ?? Moment.None)], _clock.GunOf(_facts.Waves[runner]), _rulings.Of(runner));

    /// <summary>The gate that closes and that the runner has not come to yet, or -1.</summary>
    public int NextGateOf(int runner) => Visits.Count == 0 ? -1 : _clock.Limits.GateAfter(_lastVisit[runner]);

    /// <summary>Crossing of the start line; null: not measured.</summary>
    public Instant? StartOf(int runner) => Visits.Count > 0 ? Visits[0].CrossingOf(runner) : null;

    /// <summary>
    /// The time at a visit by the race's profile with penalties and adjustments, exact; null: not measured, nothing to count
    /// from, or disqualified.
    /// </summary>
    public Elapsed? OfficialTimeOf(int runner, int visit) => _status[runner] == ResultStatus.Dsq ? null : Since(ZeroOf(runner), runner, visit);

    /// <summary>What the official time counts from, by the race's profile and decisions; null: nothing to count from.</summary>
    public Instant? ZeroOf(int runner)
    {
        var start = NetZeroOf(runner);
        return _facts.Profiles[runner].CountsFromGun(hasStart: start is not null) ? GunOf(runner) : start;
    }

    /// <summary>From the gun to a visit, with penalties and adjustments; null: not measured, or no gun.</summary>
    public Elapsed? GunTimeOf(int runner, int visit) => Since(GunOf(runner), runner, visit);

    /// <summary>From the start line to a visit, with penalties and adjustments; null: one of the two was not measured.</summary>
    public Elapsed? NetTimeOf(int runner, int visit) => Since(NetZeroOf(runner), runner, visit);

    /// <summary>An additional list at a visit; made when first asked for.</summary>
    /// <param name="division">Index of the division.</param>
    /// <param name="visit">Where.</param>
    public DivisionList ListAt(int division, int visit) => Derive(race => new DivisionLists(race)).At(division, visit);

    /// <summary>An additional list in the order of <see cref="Live"/>; made when first asked for.</summary>
    public DivisionList LiveList(int division) => Derive(race => new DivisionLists(race)).LiveOf(division);

    /// <summary>Every runner as results are listed: those with a place by it, then those ranked in their division alone, then the others by bib.</summary>
    public IEnumerable<int> RunnersInOrder()
    {
        var finish = Visits.Count > 0 ? Visits[^1] : null;
        int[] ranked = finish is null ? [] : finish.Order.ToArray();
        var isRanked = new bool[RunnerCount];
        Array.ForEach(ranked, runner => isRanked[runner] = true);
        return ranked.Where(runner => finish!.PlacesOf(runner).Overall > 0)
            .Concat(ranked.Where(runner => finish!.PlacesOf(runner).Overall == 0))
            .Concat(Enumerable.Range(0, RunnerCount).Where(runner => !isRanked[runner]));
    }

    /// <summary>The runner with a bib, or -1.</summary>
    public int FindBib(string bib) => Roster.FindBib(_facts.Entries, bib);

    private Instant? NetZeroOf(int runner) => HasDecidedStart(runner) ? GunOf(runner) : StartOf(runner);

    private static bool IsOfCrossings(Type type) => type.IsAssignableTo(typeof(IOfCrossings));

    private bool HasSameCrossings(RaceStandings other)
    {
        var same = FirstGun == other.FirstGun && Visits.Count == other.Visits.Count && Race.Visits.SequenceEqual(other.Race.Visits);
        for (var visit = 0; same && visit < Visits.Count; visit++)
        {
            same = Visits[visit].Crossings.SequenceEqual(other.Visits[visit].Crossings);
        }

        return same;
    }

    private Elapsed? Since(Instant? zero, int runner, int visit) => Visits[visit].CrossingOf(runner) - zero + AdjustmentOf(runner, visit);
}
