using System.Globalization;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Alignment;

/// <summary>The alignment against all alignments there are, weighed and chosen by the words of the rule.</summary>
public sealed class AlignmentOracleTests
{
    private const int Cases = 4_000;
    private static readonly string[] Points = ["a", "b", "c"];

    [Fact]
    public void The_alignment_is_the_best_of_all()
    {
        var seed = Seed.Next();
        var complete = 0;
        for (var i = 0; i < Cases; i++)
        {
            var random = new Random(unchecked(seed + i));
            var course = Course(random);
            var gun = random.Next(4) == 0 ? (int?)null : random.Next(0, 30);
            var passings = Enumerable.Range(0, random.Next(7)).Select(_ => (Point: Points[random.Next(3)], Time: random.Next(0, 300))).Distinct().ToList();

            var expected = Text(Best(course, passings, gun));

            var field = new Field(Field.Race(course)).Runner("1");
            foreach (var point in Points)
            {
                field.Passes("C1", point, [.. passings.Where(passing => passing.Point == point).Select(passing => (double)passing.Time).Order()]);
            }

            var actual = (gun is { } time ? field.Gun(time) : field).Crossings();
            Assert.True(expected == actual, $"case {i} of seed {seed}: course {string.Join(' ', course)}, gun {gun}, passings {string.Join(' ', passings)}: expected {expected}, was {actual}");
            complete += actual.Contains('-', StringComparison.Ordinal) ? 0 : 1;
        }

        Assert.True(complete > Cases / 100, $"only {complete} complete alignments: the cases are too poor");
    }

    private static (string Split, string Point, long Metres)[] Course(Random random)
    {
        var metres = 0L;
        var course = new List<(string, string, long)>();
        for (var visit = 0; visit < random.Next(2, 6); visit++)
        {
            course.Add(($"v{visit}", Points[random.Next(3)], metres));
            metres += random.Next(1, 500);
        }

        return course.Count < 2 ? [("v0", "a", 0), ("v1", "b", 100)] : [.. course];
    }

    /// <summary>All increasing assignments, then by weight, then visit by visit.</summary>
    private static int?[] Best((string Split, string Point, long Metres)[] course, List<(string Point, int Time)> passings, int? gun)
    {
        var zero = gun ?? passings.Where(passing => passing.Point == course[0].Point).Select(passing => (int?)passing.Time).Min();
        var all = Extend(course, passings, zero, [], 0).ToList();
        var most = all.Max(one => Weight(course, one));
        all = [.. all.Where(one => Weight(course, one) == most)];
        for (var visit = 0; visit < course.Length; visit++)
        {
            if (all.Any(one => one[visit] is not null))
            {
                var earliest = all.Min(one => one[visit])!.Value;
                var window = course.Skip(1).Where(later => later.Point == course[0].Point).Select(later => later.Metres / 10.0).FirstOrDefault(double.MaxValue);
                var chosen = visit > 0 ? earliest : all.Where(one => one[0] - earliest < window).Max(one => one[0]);
                all = [.. all.Where(one => one[visit] == chosen)];
            }
        }

        return all.Select(one => one).DistinctBy(Text).Single();
    }

    private static IEnumerable<int?[]> Extend((string Split, string Point, long Metres)[] course, List<(string Point, int Time)> passings, int? zero, int?[] sofar, int visit)
    {
        if (visit == course.Length)
        {
            return [sofar];
        }

        var without = Extend(course, passings, zero, [.. sofar, null], visit + 1);
        var before = Array.FindLastIndex(sofar, time => time is not null);
        var with = from passing in passings
                   where passing.Point == course[visit].Point
                   where zero is null || passing.Time - zero >= course[visit].Metres / 10.0
                   where before < 0 || passing.Time - sofar[before] >= (course[visit].Metres - course[before].Metres) / 10.0
                   from rest in Extend(course, passings, zero, [.. sofar, passing.Time], visit + 1)
                   select rest;
        return without.Concat(with);
    }

    private static double Weight((string Split, string Point, long Metres)[] course, int?[] one)
    {
        var finish = course[^1].Point;
        var start = course.Length;
        var finishWeight = course[1..^1].Any(visit => visit.Point == finish) ? 1
            : course[0].Point == finish ? start + 0.5
            : start * 2;
        return (one[0] is null ? 0 : start) + (one[^1] is null ? 0 : finishWeight) + one[1..^1].Count(time => time is not null);
    }

    private static string Text(int?[] times) => string.Join(' ', times.Select(time => time?.ToString(CultureInfo.InvariantCulture) ?? "-"));
}
