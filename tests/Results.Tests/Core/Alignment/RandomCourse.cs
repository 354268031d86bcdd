using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Tests.Core.Alignment;

/// <summary>A small course and one runner's passings, in whole seconds, drawn so that everything meets everything.</summary>
internal sealed class RandomCourse
{
    public static readonly string[] Points = ["a", "b", "c"];

    public RandomCourse(Random random, bool sharesMats)
    {
        // Legs of some hundred metres, or of some kilometres with people who run them.
        Scale = random.Next(2) == 0 ? 1 : 20;
        string[] points = sharesMats ? [.. Points.Take(random.Next(1, 4))] : [.. Points.OrderBy(_ => random.Next())];
        var visits = sharesMats ? random.Next(2, 6) : random.Next(2, 4);
        var metres = 0L;
        for (var visit = 0; visit < visits; visit++)
        {
            Visits.Add(($"v{visit}", sharesMats ? points[random.Next(points.Length)] : points[visit], metres));
            metres += random.Next(50, 500) * Scale;
        }

        Pace = random.Next(2) == 0 ? PaceLimits.Default : new PaceLimits(Elapsed.FromSeconds(random.Next(50, 200)), Elapsed.FromSeconds(random.Next(200, 1_000)));
        LegPace = random.Next(3) == 0 ? new PaceLimits(Elapsed.FromSeconds(random.Next(50, 200)), Elapsed.FromSeconds(random.Next(200, 1_000))) : null;
        Gun = random.Next(4) == 0 ? null : random.Next(0, 30) * Scale;
        Passings = Draw(random).Distinct().ToList();
    }

    public int Scale { get; }

    public List<(string Split, string Point, long Metres)> Visits { get; } = [];

    public PaceLimits Pace { get; }

    /// <summary>Of the last leg.</summary>
    public PaceLimits? LegPace { get; }

    public int? Gun { get; }

    public List<(string Point, int Time)> Passings { get; }

    public bool SharesMats => Visits.Select(visit => visit.Point).Distinct().Count() < Visits.Count;

    public string Aligned()
    {
        var race = Field.Race([.. Visits]) with { Pace = Pace };
        var field = new Field(race with { Visits = [.. race.Visits.SkipLast(1), race.Visits[^1] with { Pace = LegPace }] }).Runner("1");
        foreach (var point in Points)
        {
            field.Passes("C1", point, [.. Passings.Where(passing => passing.Point == point).Select(passing => (double)passing.Time).Order()]);
        }

        return (Gun is { } time ? field.Gun(time) : field).Crossings();
    }

    /// <summary>Shortest and longest time between two visits, in seconds.</summary>
    public (double Shortest, double Longest) Between(int from, int to)
    {
        double shortest = 0, longest = 0;
        for (var visit = from + 1; visit <= to; visit++)
        {
            var metres = Visits[visit].Metres - Visits[visit - 1].Metres;
            var pace = visit == Visits.Count - 1 && LegPace is not null ? LegPace : Pace;
            shortest += metres * pace.FastestPerKm.Micros / 1e9;
            longest += Math.Max(pace == PaceLimits.Default && (visit < Visits.Count - 1 || LegPace is null) ? 1_800 : 0, metres * pace.SlowestPerKm.Micros / 1e9);
        }

        return (shortest, longest);
    }

    public override string ToString() =>
        $"course {string.Join(' ', Visits)}, pace {Pace}, last leg {LegPace}, gun {Gun}, passings {string.Join(' ', Passings.OrderBy(passing => passing.Time))}";

    /// <summary>Half of the cases: any times; the others: a runner at some pace whose chip is missed, repeated and read by the way.</summary>
    private List<(string Point, int Time)> Draw(Random random)
    {
        if (random.Next(2) == 0)
        {
            return [.. Enumerable.Range(0, random.Next(7)).Select(_ => (Points[random.Next(3)], random.Next(0, 300) * Scale))];
        }

        var passings = new List<(string, int)>();
        double time = (Gun ?? 0) + random.Next(40), pace = random.Next(120, 700) / 1e3;
        for (var visit = 0; visit < Visits.Count; visit++)
        {
            time += visit == 0 ? 0 : (Visits[visit].Metres - Visits[visit - 1].Metres) * pace * (0.8 + random.NextDouble());
            if (random.Next(6) > 0)
            {
                passings.Add((Visits[visit].Point, (int)time));
            }

            if (random.Next(4) == 0)
            {
                passings.Add((Visits[random.Next(Visits.Count)].Point, (int)time + random.Next(600)));
            }
        }

        return passings;
    }
}
