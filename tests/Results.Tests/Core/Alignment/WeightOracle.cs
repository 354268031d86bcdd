namespace RaceSystem.Results.Tests.Core.Alignment;

/// <summary>The weightiest of all alignments, then visit by visit: the start last, the others early.</summary>
internal static class WeightOracle
{
    public static int?[] Best(RandomCourse course)
    {
        var all = AllAlignments.Of(course, (passing, visit) => !AllAlignments.IsTooEarly(course, passing.Time, visit));
        var most = all.Max(one => Weight(course, one));
        all = [.. all.Where(one => Weight(course, one) == most)];
        for (var visit = 0; visit < course.Visits.Count; visit++)
        {
            if (all.Exists(one => one[visit] is not null))
            {
                var chosen = visit > 0 ? all.Min(one => one[visit]) : all.Max(one => one[0]);
                all = [.. all.Where(one => one[visit] == chosen)];
            }
        }

        return all.DistinctBy(one => string.Join(' ', one)).Single();
    }

    private static int Weight(RandomCourse course, int?[] one)
    {
        var start = course.Visits.Count;
        return (one[0] is null ? 0 : start) + (one[^1] is null ? 0 : start * 2) + one[1..^1].Count(time => time is not null);
    }
}
