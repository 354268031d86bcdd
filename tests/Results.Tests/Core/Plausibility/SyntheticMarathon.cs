namespace RaceSystem.Results.Tests.Core.Plausibility;

/// <summary>A made-up marathon: paces, fading and restlessness of runners from a fixed seed, every mat read.</summary>
internal static class SyntheticMarathon
{
    private static readonly int[] Hills = [0, 2, -1, 3, 0, -2, 4, 1, -3, 2, 0];

    public static RecordedRace Of(int runners, int seed)
    {
        var random = new Random(seed);
        return new RecordedRace([.. Enumerable.Range(0, runners).Select(i => Runner(random, 600.0 * i / runners, 200 + (250 * random.NextDouble())))]);
    }

    /// <summary>A runner who starts so many seconds after the gun, at a pace in seconds for a kilometre.</summary>
    public static double[] Runner(Random random, double start, double pace)
    {
        var times = new double[RecordedRace.Metres.Length];
        times[0] = start;
        var fade = 0.08 * random.NextDouble();
        for (var mat = 1; mat < times.Length; mat++)
        {
            var kilometres = (RecordedRace.Metres[mat] - RecordedRace.Metres[mat - 1]) / 1_000;
            var restless = 0.03 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
            times[mat] = times[mat - 1] + (kilometres * pace * (1 + (Hills[mat] / 100.0) + restless + (fade * mat / 10)));
        }

        return times;
    }
}
