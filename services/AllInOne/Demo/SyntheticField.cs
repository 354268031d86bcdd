using System.Globalization;
using RaceSystem.Registration.V1;

namespace RaceSystem.AllInOne.Demo;

/// <summary>
/// The field of the reference meet, made from a seed: the same seed gives the same runners and the same race. About 200
/// foreign runners came in 2025; the rest are the host's.
/// </summary>
public sealed class SyntheticField
{
    private const int ForeignRunners = 200;
    private readonly Random _random;

    private SyntheticField(int seed) => _random = new Random(seed);

    public static IReadOnlyList<DemoRunner> Create(int seed) => new SyntheticField(seed).Runners();

    private List<DemoRunner> Runners()
    {
        var total = ReferenceMeet.Races.Sum(race => race.Runners);
        var runners = new List<DemoRunner>(total);
        var bib = 1;
        foreach (var race in ReferenceMeet.Races)
        {
            var metres = race.Visits[^1].Metres;
            for (var i = 0; i < race.Runners; i++)
            {
                runners.Add(Runner(race.RaceId, metres, bib++, elite: race.RaceId == "marathon" && i < 40, (double)ForeignRunners / total));
            }
        }

        return runners;
    }

    private DemoRunner Runner(string raceId, long metres, int number, bool elite, double foreignShare)
    {
        var nation = _random.NextDouble() < (elite ? 0.5 : foreignShare) ? PickForeign(elite) : Nation.Host;
        var sex = _random.NextDouble() < 0.6 ? Sex.Male : Sex.Female;
        var starts = _random.NextDouble() >= 0.015;
        return new DemoRunner
        {
            EntryId = $"runner-{number}",
            RaceId = raceId,
            Bib = number.ToString(CultureInfo.InvariantCulture),
            Chip = $"PY{number:D6}",
            FamilyName = Pick(nation.Family),
            GivenName = Pick(sex == Sex.Male ? nation.Men : nation.Women),
            Sex = sex,
            Age = elite ? _random.Next(19, 36) : Math.Clamp((int)Normal(37, 11), 17, 78),
            Country = nation.Code,
            StartDelay = starts ? (elite ? 1 + (_random.NextDouble() * 4) : 6 + (_random.NextDouble() * 130)) : null,
            Pace = PaceOf(sex, elite, metres),
            Fade = elite ? Math.Max(-0.02, Normal(0.02, 0.02)) : Math.Max(0, Normal(0.16, 0.09)),
            StopsAt = _random.NextDouble() < (elite ? 0.08 : 0.02) ? metres * (0.2 + (0.75 * _random.NextDouble())) : null,
        };
    }

    /// <summary>Seconds a kilometre: elites near 2:12 and 2:26 for the marathon, amateurs spread around 5:40.</summary>
    private double PaceOf(Sex sex, bool elite, long metres)
    {
        var slower = sex == Sex.Female ? 1.11 : 1.0;
        var shorter = 1 - (0.035 * Math.Log2(42_195.0 / metres));
        var pace = elite ? 185 + Math.Abs(Normal(0, 9)) : Math.Max(205, 340 + Normal(0, 50));
        return pace * slower * (elite ? 1 : shorter);
    }

    private Nation PickForeign(bool elite)
    {
        var nations = elite ? [.. Nation.Foreign.Where(n => n.Code is "ETH" or "KEN" or "MAR" or "CHN" or "ROU")] : Nation.Foreign;
        var ticket = _random.Next(nations.Sum(n => n.Weight));
        return nations.First(n => (ticket -= n.Weight) < 0);
    }

    private string Pick(string[] names) => names[_random.Next(names.Length)];

    /// <summary>Normal distribution by Box and Muller.</summary>
    private double Normal(double mean, double deviation) =>
        mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble()));
}
