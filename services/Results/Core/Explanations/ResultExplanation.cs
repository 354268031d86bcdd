using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Explanations;

/// <summary>Why a runner's result is what it is: gun, passings, rules (invariant 5). Immutable.</summary>
public sealed record ResultExplanation
{
    /// <summary>Course, divisions and rules.</summary>
    public required RaceDefinition Race { get; init; }

    /// <summary>Who the runner is.</summary>
    public required Entry Entry { get; init; }

    /// <summary>The standings it explains.</summary>
    public required RaceStandings Standings { get; init; }

    /// <summary>The runner's number in them.</summary>
    public int Runner { get; init; }

    /// <summary>Where the runner stands.</summary>
    public ResultStatus Status { get; init; }

    /// <summary>What race control declared; <see cref="ResultStatus.None"/>: nothing.</summary>
    public ResultStatus Declared { get; init; }

    /// <summary>The gun of the runner.</summary>
    public required ExplainedGun Gun { get; init; }

    /// <summary>What the ranking time counts from, by the rule profile.</summary>
    public TimeBasis Basis { get; init; }

    /// <summary>A finish after it is over the time limit; null: there is no limit, or no gun.</summary>
    public Instant? LastFinish { get; init; }

    /// <summary>The decisions on the runner that stand, in the order in which they count.</summary>
    public IReadOnlyList<Adjudication> Adjudications { get; init; } = [];

    /// <summary>Every passing of the runner's chips and every manual time of the bib, crossings set by decisions; by time.</summary>
    public IReadOnlyList<RunnerPassing> Passings { get; init; } = [];

    /// <summary>Every chip whose passings are named, each once.</summary>
    public IReadOnlyList<string> Chips { get; init; } = [];

    /// <summary>Every visit of the course, in its order.</summary>
    public IReadOnlyList<ExplainedVisit> Visits { get; init; } = [];

    /// <summary>The exact time at the finish as the standings have it; null: none.</summary>
    public Elapsed? ExactTime => Visits.Count > 0 ? Visits[^1].ExactTime : null;

    /// <summary>The time at the finish as it is shown; null: none.</summary>
    public Elapsed? ShownTime => Visits.Count > 0 ? Visits[^1].ShownTime : null;

    /// <summary>The exact time at the finish, computed from this explanation's gun and passings alone.</summary>
    public Elapsed? Recompute() => RecomputeAt(Race.Visits.Count - 1);

    /// <summary>The exact time at a visit, computed from this explanation's gun, passings and adjustments alone; who is disqualified has none.</summary>
    public Elapsed? RecomputeAt(int visit) => Status == ResultStatus.Dsq
        ? null
        : CrossingOf(visit) - (Basis == TimeBasis.Gun ? Gun.Time : CrossingOf(0)) + Visits[visit].Adjustment;

    private Instant? CrossingOf(int visit)
    {
        foreach (var passing in Passings)
        {
            if (passing.Verdict == PassingVerdict.Counts && passing.Visit == visit)
            {
                return passing.Time;
            }
        }

        return null;
    }
}
