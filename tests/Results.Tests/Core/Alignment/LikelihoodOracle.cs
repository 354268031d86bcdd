namespace RaceSystem.Results.Tests.Core.Alignment;

/// <summary>The likeliest of all alignments, every one costed by the words of ADR 0019.</summary>
internal static class LikelihoodOracle
{
    public static int?[] Best(RandomCourse course)
    {
        var line = LineOf(course);
        var all = AllAlignments.Of(course, (passing, visit) => line.Contains(passing) && MayBe(course, line, passing, visit))
            .Where(one => one.Any(time => time is not null)).ToList();
        if (all.Count == 0)
        {
            return new int?[course.Visits.Count];
        }

        var costs = all.ConvertAll(one => Cost(course, line, one));
        var least = costs.Min();
        all = [.. all.Where((_, i) => costs[i] == least)];
        for (var visit = 0; visit < course.Visits.Count; visit++)
        {
            if (all.Exists(one => one[visit] is not null))
            {
                var chosen = all.Min(one => one[visit]);
                all = [.. all.Where(one => one[visit] == chosen)];
            }
        }

        return WithLastStart(course, line, all.DistinctBy(one => string.Join(' ', one)).Single());
    }

    /// <summary>Nothing counts before the gun; of equal times the mat that the course visits first comes first.</summary>
    private static List<(string Point, int Time)> LineOf(RandomCourse course)
    {
        var order = course.Visits.Select(visit => visit.Point).Distinct().ToList();
        var zero = AllAlignments.ZeroOf(course) ?? int.MinValue;
        return [.. course.Passings.Where(passing => order.Contains(passing.Point) && passing.Time >= zero).OrderBy(passing => passing.Time).ThenBy(passing => order.IndexOf(passing.Point))];
    }

    private static bool MayBe(RandomCourse course, List<(string Point, int Time)> line, (string Point, int Time) passing, int visit) =>
        !AllAlignments.IsTooEarly(course, passing.Time, visit)
        && (!Lingers(course, line, passing) || AllAlignments.IsTooEarly(course, Before(line, passing)!.Value, visit));

    private static bool Lingers(RandomCourse course, List<(string Point, int Time)> line, (string Point, int Time) passing)
    {
        var visits = Enumerable.Range(0, course.Visits.Count).Where(visit => course.Visits[visit].Point == passing.Point).ToList();
        var linger = visits.Skip(1).Select((visit, i) => course.Between(visits[i], visit).Shortest / 2).Append(300).Min();
        return Before(line, passing) is { } before && passing.Time - before < linger - 1e-9;
    }

    private static int? Before(List<(string Point, int Time)> line, (string Point, int Time) passing) =>
        line.Where(other => other.Point == passing.Point && other.Time < passing.Time).Select(other => (int?)other.Time).Max();

    private static int Cost(RandomCourse course, List<(string Point, int Time)> line, int?[] one)
    {
        var measured = Enumerable.Range(0, one.Length).Where(visit => one[visit] is not null).ToList();
        var (first, last) = (measured[0], measured[^1]);
        var cost = Strays(course, line, one, first, last) + Missed(one, last);
        (int Low, int High)? before = null;
        if (course.Gun is { } gun)
        {
            var since = one[first]!.Value - gun;
            before = first == 0 ? null : Pace(since - Math.Min(600, since / 2.0), since, course.Visits[first].Metres);
            cost += before is { } approach ? PaceCost(approach) : Math.Min(600, Math.Max(0, since - 120) * 100 / 150);
        }

        foreach (var (from, to) in measured.Zip(measured.Skip(1)))
        {
            var pace = LegPace(one[to]!.Value - one[from]!.Value, course.Visits[to].Metres - course.Visits[from].Metres);
            cost += before is { } known ? ChangeCost(known, pace) : PaceCost(pace);
            before = pace;
        }

        return cost;
    }

    private static int Missed(int?[] one, int last)
    {
        var cost = 0;
        for (var visit = 0; visit < last; visit++)
        {
            cost += one[visit] is not null ? 0 : visit == 0 ? 300 : one[visit - 1] is null ? 150 : 400;
        }

        return cost;
    }

    private static int Strays(RandomCourse course, List<(string Point, int Time)> line, int?[] one, int first, int last)
    {
        var (begin, end) = (IndexOf(first), IndexOf(last));
        var used = Enumerable.Range(0, one.Length).Where(visit => one[visit] is not null).Select(IndexOf).ToHashSet();
        var finished = last == one.Length - 1;
        int cost = 0, again = 0;
        for (var i = 0; i < line.Count; i++)
        {
            var atStart = line[i].Point == course.Visits[0].Point;
            if (used.Contains(i) || Lingers(course, line, line[i]) || (i < begin && first == 0 && atStart && line[begin].Time - line[i].Time < Window(course)))
            {
                continue;
            }

            if (i > end && finished && line[i].Point == line[end].Point)
            {
                again = line[i].Time - line[end].Time <= 1_800 ? 100 : 250;
                continue;
            }

            cost += i < begin && atStart ? 700 : i < end || finished ? 300 : line[i].Point == course.Visits[^1].Point ? 1_100 : 700;
        }

        var finish = course.Visits[^1].Point;
        var dropped = !finished && course.Visits.SkipLast(1).All(visit => visit.Point != finish) && line.Exists(passing => passing.Point == finish && MayBe(course, line, passing, one.Length - 1));
        return cost + again + (dropped ? 3_000 : 0);

        int IndexOf(int visit) => line.IndexOf((course.Visits[visit].Point, one[visit]!.Value));
    }

    private static double Window(RandomCourse course) =>
        course.Visits.FindIndex(1, visit => visit.Point == course.Visits[0].Point) is var again and > 0 ? course.Between(0, again).Shortest - 1e-9 : double.MaxValue;

    private static int?[] WithLastStart(RandomCourse course, List<(string Point, int Time)> line, int?[] one)
    {
        if (one[0] is not { } begin)
        {
            return one;
        }

        var next = Array.FindIndex(one, 1, time => time is not null);
        var end = next < 0 ? line.Count : line.IndexOf((course.Visits[next].Point, one[next]!.Value));
        var later = line.Take(end).Where(passing => passing.Point == course.Visits[0].Point && passing.Time > begin)
            .TakeWhile(passing => Lingers(course, line, passing) && passing.Time - begin < Window(course))
            .Where(passing => next < 0 || AllAlignments.IsLeg(course, 0, next, one[next]!.Value - passing.Time));
        return [later.Select(passing => (int?)passing.Time).LastOrDefault() ?? begin, .. one[1..]];
    }

    private static (int Low, int High) LegPace(int seconds, long metres) =>
        Math.Min(30, seconds / 16.0) is var slack ? Pace(seconds - slack, seconds + slack, metres) : default;

    private static (int Low, int High) Pace(double shortest, double longest, long metres) =>
        (Doublings(Math.Max(1, shortest * 1e6)) - Doublings(metres), Doublings(Math.Max(1, longest * 1e6)) - Doublings(metres));

    private static int PaceCost((int Low, int High) pace) =>
        Math.Clamp(Math.Max(pace.Low - Doublings(480_000), Doublings(130_000) - pace.High) * 800 / 1_024, 0, 1_200);

    private static int ChangeCost((int Low, int High) before, (int Low, int High) after) =>
        Math.Clamp((Math.Max(after.Low - before.High, before.Low - after.High) - 200) * 720 / 1_024, 0, 600);

    /// <summary>1024 a doubling, linear between powers of two.</summary>
    private static int Doublings(double value)
    {
        var (whole, power) = (0, 1.0);
        for (; power * 2 <= value; power *= 2)
        {
            whole++;
        }

        return (whole * 1_024) + (int)Math.Floor(((value / power) - 1) * 1_024);
    }
}
