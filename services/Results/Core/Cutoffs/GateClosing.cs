using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Cutoffs;

/// <summary>
/// Who had not come when a gate closed. That it has closed is known from the race itself: somebody was measured later. No
/// clock is asked, so the same records give the same standings at any time (invariant 3).
/// </summary>
internal static class GateClosing
{
    /// <summary>Turns runners on the course before a closed gate into runners over the limit. Their places at splits stay.</summary>
    /// <param name="limits">When gates close.</param>
    /// <param name="states">Of each runner; changed.</param>
    /// <param name="lastVisit">Furthest visit measured, or -1.</param>
    /// <param name="gunOf">Gun of a runner's wave.</param>
    /// <param name="latest">Latest crossing of the race.</param>
    public static void Apply(CourseLimits limits, ResultStatus[] states, sbyte[] lastVisit, Func<int, long> gunOf, long latest)
    {
        if (!limits.Any || latest == Moment.None)
        {
            return;
        }

        for (var runner = 0; runner < states.Length; runner++)
        {
            if (states[runner] == ResultStatus.OnCourse && limits.GateAfter(lastVisit[runner]) is var gate and >= 0 && limits.ClosesAt(gate, gunOf(runner)) < latest)
            {
                states[runner] = ResultStatus.OverTimeLimit;
            }
        }
    }
}
