using RaceSystem.Kernel;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>Gates close one after the other along the course.</summary>
internal static class CutoffRule
{
    public static void Check(IReadOnlyList<CourseVisit> visits, string field, Violations violations)
    {
        var before = Elapsed.Zero;
        for (var i = 0; i < visits.Count; i++)
        {
            if (visits[i].Cutoff is not { } cutoff)
            {
                continue;
            }

            if (cutoff <= before || cutoff > MeetLimits.TimeLimit)
            {
                violations.Add($"{field}.visits[{i}].cutoff", Reasons.CutoffInvalid, $"is {cutoff} s; a cut-off is more than 0, later than those of earlier visits, and at most {MeetLimits.TimeLimit.CeilingSeconds()} s.");
            }

            before = cutoff;
        }
    }
}
