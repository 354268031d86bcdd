namespace RaceSystem.Testing.Races;

/// <summary>Makes the runners of a synthetic race from a seed.</summary>
internal sealed class ScriptedField(int seed, RaceScriptOptions options)
{
    private static readonly string[] Statuses = ["DNS", "DNF", "REG"];

    // Share of the way at each split of RaceScript.SplitColumns.
    private static readonly double[] Way = [5 / 42.195, 10 / 42.195, 0.5, 30 / 42.195, 40 / 42.195];

    private readonly Random _random = new(seed);
    private readonly HashSet<long> _used = [];

    public IReadOnlyList<ScriptedRunner> Make()
    {
        var runners = Enumerable.Range(1, options.Runners).Select(MakeRunner).ToArray();
        _random.Shuffle(runners);
        return options.BlankBibs ? [.. runners.Select((runner, row) => runner with { Bib = $"{row + 1}" })] : runners;
    }

    private ScriptedRunner MakeRunner(int number)
    {
        var status = _random.NextDouble() < 3 * options.OutShare ? Statuses[_random.Next(Statuses.Length)] : "FIN";
        var sex = Chance(options.UnknownShare) ? "" : Chance(0.02) ? "X" : Chance(0.6) ? "M" : "F";
        var age = Chance(options.UnknownShare) ? 0 : _random.Next(18, 85);
        var offset = (long)(_random.NextDouble() * _random.NextDouble() * 90_000);
        var time = RankingTime();
        var startRead = options.Basis switch
        {
            RaceBasis.Net => true,
            RaceBasis.Gun => !Chance(0.02),
            _ => !Chance(0.05),
        };
        var gunTime = options.Basis == RaceBasis.Net || (options.Basis == RaceBasis.NetElseGun && startRead) ? time + offset : time;
        if (options.Basis == RaceBasis.Gun)
        {
            // Ranked by gun: who started so late that the net time would be impossible started early.
            offset = Math.Min(offset, gunTime / 10);
        }

        var started = status is "FIN" or "DNF";
        return new ScriptedRunner
        {
            Bib = Bib(number),
            Status = status,
            Sex = sex,
            Age = age,
            Division = sex.Length == 0 || age == 0 || Chance(options.UnknownShare) ? "" : $"{sex}{age / 10 * 10}",
            StartOffset = started && startRead ? offset : null,
            Splits = Splits(gunTime - (startRead ? offset : 0), started, reached: status == "DNF" ? _random.Next(Way.Length + 1) : Way.Length),
            GunTime = status == "FIN" ? gunTime : null,
            RankingTime = status == "FIN" ? time : null,
        };
    }

    private bool Chance(double share) => _random.NextDouble() < share;

    // From 2:10 on, dense enough that most share a whole second with somebody.
    private long RankingTime()
    {
        var width = Math.Max(20, options.Runners / options.FinishersPerSecond) * 100;
        while (true)
        {
            var time = 780_000 + (long)((_random.NextDouble() + _random.NextDouble()) / 2 * width * 2);
            if (_used.Add(time))
            {
                return time;
            }

            if (options.SharedPlaces && Chance(0.3))
            {
                return time;
            }
        }
    }

    private IReadOnlyList<long?> Splits(long running, bool started, int reached) =>
        [.. Way.Select((share, index) => started && index < reached && !Chance(options.MissingSplitShare)
            ? (long?)(running * (share + ((_random.NextDouble() - 0.5) * 0.01)))
            : null)];

    private string Bib(int number) => (number % 17) switch
    {
        3 => $"F{number}",
        5 => $"{number}B",
        _ => $"{number}",
    };
}
