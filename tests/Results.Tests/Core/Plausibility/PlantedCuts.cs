namespace RaceSystem.Results.Tests.Core.Plausibility;

/// <summary>
/// Changes a recorded race from a seed. A planted cut of so many metres leaves the course at a random place and comes back
/// that much further on: the mats between do not read the runner, and every later time is earlier by what the runner really
/// took for the skipped stretch. Everything else stays as it was.
/// </summary>
internal sealed class PlantedCuts(RecordedRace race, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Runners who cut, by index.</summary>
    public HashSet<int> Cutters { get; } = [];

    public PlantedCuts Cut(int runners, double leastM, double mostM)
    {
        while (Cutters.Count < runners)
        {
            var runner = _random.Next(race.Runners.Count);
            var times = race.Runners[runner];
            var length = leastM + (_random.NextDouble() * (mostM - leastM));
            var from = _random.NextDouble() * (RecordedRace.Metres[^1] - length);
            if (times.All(double.IsFinite) && Cutters.Add(runner))
            {
                Skip(times, from, from + length);
            }
        }

        return this;
    }

    /// <summary>Takes a share of a mat's reads away.</summary>
    public PlantedCuts Lose(string split, double share)
    {
        var mat = Array.IndexOf(RecordedRace.Splits, split);
        foreach (var times in race.Runners)
        {
            times[mat] = _random.NextDouble() < share ? double.NaN : times[mat];
        }

        return this;
    }

    /// <summary>Takes a share of a mat's reads away in bursts of minutes at random times.</summary>
    public PlantedCuts Burst(string split, int bursts, int minutes, double share)
    {
        var mat = Array.IndexOf(RecordedRace.Splits, split);
        var sorted = race.Runners.Select(times => times[mat]).Where(double.IsFinite).Order().ToArray();
        for (var i = 0; i < bursts; i++)
        {
            var begin = sorted[_random.Next(sorted.Length)];
            foreach (var times in race.Runners)
            {
                if (times[mat] >= begin && times[mat] < begin + (60 * minutes) && _random.NextDouble() < share)
                {
                    times[mat] = double.NaN;
                }
            }
        }

        return this;
    }

    /// <summary>One runner skips the course between two places.</summary>
    public void Skip(int runner, double from, double to) => Skip(race.Runners[runner], from, to);

    private static void Skip(double[] times, double from, double to)
    {
        var gained = At(times, to) - At(times, from);
        for (var mat = 0; mat < times.Length; mat++)
        {
            if (RecordedRace.Metres[mat] > from)
            {
                times[mat] = RecordedRace.Metres[mat] < to ? double.NaN : times[mat] - gained;
            }
        }
    }

    private static double At(double[] times, double metres)
    {
        var mat = Array.FindIndex(RecordedRace.Metres, place => place >= metres);
        if (mat == 0)
        {
            return times[0];
        }

        var (before, after) = (RecordedRace.Metres[mat - 1], RecordedRace.Metres[mat]);
        return times[mat - 1] + ((times[mat] - times[mat - 1]) * (metres - before) / (after - before));
    }
}
