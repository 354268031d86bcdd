using RaceSystem.Kernel;

namespace RaceSystem.AllInOne.Demo;

/// <summary>One detection of the demo.</summary>
public readonly record struct DemoRead(Instant Time, string DeviceId, string Chip, int RssiDbm, int Antenna);

/// <summary>
/// What the readers see of the race: four to seven reads a crossing around the strongest, a second mat on the track, a
/// mat that misses now and then, and two lead cars whose chips belong to nobody.
/// </summary>
public static class DemoReads
{
    private const double MissedByMain = 0.01, MissedByBackup = 0.02;

    /// <summary>All reads of the meet in time order; the same seed gives the same reads.</summary>
    public static IReadOnlyList<DemoRead> Create(IReadOnlyList<DemoRunner> runners, int seed)
    {
        var random = new Random(seed + 1);
        var courses = ReferenceMeet.Races.ToDictionary(race => race.RaceId, race => race.Visits);
        var reads = new List<DemoRead>(runners.Count * 60);
        foreach (var runner in runners)
        {
            foreach (var (point, metres) in courses[runner.RaceId])
            {
                if (runner.SecondsTo(metres) is { } seconds)
                {
                    AddCrossing(reads, random, point, runner.Chip, seconds);
                }
            }
        }

        AddCars(reads, random);
        reads.Sort((a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : string.CompareOrdinal(a.Chip + a.DeviceId, b.Chip + b.DeviceId));
        return reads;
    }

    private static void AddCrossing(List<DemoRead> reads, Random random, string point, string chip, double seconds)
    {
        if (random.NextDouble() >= MissedByMain)
        {
            AddReads(reads, random, point + "-main", chip, seconds);
        }

        if (point == ReferenceMeet.Stadium && random.NextDouble() >= MissedByBackup)
        {
            AddReads(reads, random, point + "-backup", chip, seconds + 0.35);
        }
    }

    private static void AddReads(List<DemoRead> reads, Random random, string device, string chip, double seconds)
    {
        var count = random.Next(4, 8);
        for (var i = 0; i < count; i++)
        {
            var time = Instant.From(ReferenceMeet.Gun) + new Elapsed((long)((seconds + (i * 0.06)) * 1_000_000));
            reads.Add(new DemoRead(time, device, chip, -40 - (6 * Math.Abs(i - (count / 2))) - random.Next(5), 1 + random.Next(4)));
        }
    }

    private static void AddCars(List<DemoRead> reads, Random random)
    {
        foreach (var (point, metres) in ReferenceMeet.Races[0].Visits)
        {
            AddReads(reads, random, point + "-main", "CAR000001", metres / 1000d * 182);
            AddReads(reads, random, point + "-main", "CAR000002", metres / 1000d * 183);
        }
    }
}
