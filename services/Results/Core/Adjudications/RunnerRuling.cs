using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Adjudications;

/// <summary>What the decisions on one runner come to, prepared for the course of the race the runner is ranked in. Immutable.</summary>
internal sealed class RunnerRuling
{
    private readonly (int Visit, long Time)[] _overrides;
    private readonly long[]? _adjustments;
    private readonly Decision? _start;
    private readonly Decision? _status;

    /// <param name="race">The race the runner is ranked in.</param>
    /// <param name="own">Decisions on the runner, in the order in which they count.</param>
    /// <param name="all">These, and those that only name the runner: finish orders, swaps of another.</param>
    public RunnerRuling(RaceDefinition race, IReadOnlyList<Adjudication> own, IReadOnlyList<Adjudication> all)
    {
        Adjudications = all;
        var decisions = own.Select(adjudication => adjudication.Decision).ToArray();
        _status = decisions.LastOrDefault(decision => decision is Disqualification or NotClassification or Reinstatement);
        _start = decisions.LastOrDefault(IsStart) is var start && start is StartOffset or StartTime ? start : null;
        _overrides = [.. decisions.OfType<CrossingOverride>().Select(crossing => (race.FindVisit(crossing.SplitId), crossing.Time?.Micros ?? Moment.None)).Where(crossing => crossing.Item1 >= 0)];
        _adjustments = AdjustmentsOf(race, decisions);
        LimitShift = decisions.OfType<TimeAdjustment>().Sum(adjustment => adjustment.Time.Micros);
    }

    /// <summary>The decisions that concern the runner, in the order in which they count.</summary>
    public IReadOnlyList<Adjudication> Adjudications { get; }

    /// <summary>The runner's time counts from a decided moment, not from a gun or the start line.</summary>
    public bool DecidesStart => _start is not null;

    /// <summary>Microseconds added to or given back from the finish when it is compared with a limit: penalties are no part of it.</summary>
    public long LimitShift { get; }

    /// <summary>The same at any visit: what was given back or added there by then.</summary>
    public long LimitShiftAt(int visit, int visits) => visit == visits - 1 ? LimitShift : AdjustmentAt(visit);

    /// <summary>Whether a decision says what a time counts from.</summary>
    public static bool IsStart(Decision decision) => decision is StartWithWave or StartOffset or StartTime;

    /// <summary>Decisions win over what race control declared.</summary>
    public ResultStatus StatusOver(ResultStatus declared) => _status switch
    {
        Disqualification => ResultStatus.Dsq,
        NotClassification => ResultStatus.NotClassified,
        Reinstatement => ResultStatus.None,
        _ => declared,
    };

    /// <summary>What stands in for the gun of the runner's wave.</summary>
    public long GunOver(long gun) => _start switch
    {
        StartTime start => start.Time.Micros,
        StartOffset start => gun == Moment.None ? gun : gun + start.Offset.Micros,
        _ => gun,
    };

    /// <summary>Microseconds added to the runner's time at a visit.</summary>
    public long AdjustmentAt(int visit) => _adjustments is null ? 0 : _adjustments[visit];

    /// <summary>Puts decided crossings in place of the measured ones; the latest decision on a visit counts.</summary>
    public void Override(Span<long> crossings)
    {
        foreach (var (visit, time) in _overrides)
        {
            crossings[visit] = time;
        }
    }

    private static long[]? AdjustmentsOf(RaceDefinition race, Decision[] decisions)
    {
        if (race.Visits.Count == 0 || !decisions.Any(decision => decision is Penalty or TimeAdjustment))
        {
            return null;
        }

        var adjustments = new long[race.Visits.Count];
        foreach (var decision in decisions)
        {
            var (from, time) = decision switch
            {
                Penalty penalty => (-1, penalty.Time.Micros),
                TimeAdjustment adjustment => (race.FindVisit(adjustment.FromSplitId), adjustment.Time.Micros),
                _ => (-1, 0L),
            };

            // No split named, or one that the race does not have after a move: the finish alone.
            for (var visit = from < 0 ? adjustments.Length - 1 : from; visit < adjustments.Length; visit++)
            {
                adjustments[visit] += time;
            }
        }

        return adjustments;
    }
}
