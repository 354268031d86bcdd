namespace RaceSystem.Results.Tests.Core.Alignment;

/// <summary>Every increasing assignment of passings to visits within the limits.</summary>
internal static class AllAlignments
{
    /// <param name="course">Course and passings.</param>
    /// <param name="mayBe">Whether a passing may be a visit.</param>
    public static List<int?[]> Of(RandomCourse course, Func<(string Point, int Time), int, bool> mayBe) => [.. Extend(course, mayBe, [], 0)];

    /// <summary>The gun, or the first crossing of the start mat.</summary>
    public static int? ZeroOf(RandomCourse course) =>
        course.Gun ?? course.Passings.Where(passing => passing.Point == course.Visits[0].Point).Select(passing => (int?)passing.Time).Min();

    /// <summary>Whether a passing is too early for a visit.</summary>
    public static bool IsTooEarly(RandomCourse course, int time, int visit) => ZeroOf(course) is { } zero && time - zero < course.Between(0, visit).Shortest;

    private static IEnumerable<int?[]> Extend(RandomCourse course, Func<(string Point, int Time), int, bool> mayBe, int?[] sofar, int visit)
    {
        if (visit == course.Visits.Count)
        {
            return [sofar];
        }

        var without = Extend(course, mayBe, [.. sofar, null], visit + 1);
        var before = Array.FindLastIndex(sofar, time => time is not null);
        var with = from passing in course.Passings
                   where passing.Point == course.Visits[visit].Point && mayBe(passing, visit)
                   where before < 0 || IsLeg(course, before, visit, passing.Time - sofar[before]!.Value)
                   from rest in Extend(course, mayBe, [.. sofar, passing.Time], visit + 1)
                   select rest;
        return without.Concat(with);
    }

    public static bool IsLeg(RandomCourse course, int from, int to, int seconds) =>
        course.Between(from, to) is var (shortest, longest) && seconds > 0 && seconds >= shortest - 1e-9 && seconds <= longest + 1e-9;
}
