using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Microbenchmarks.Results;

/// <summary>
/// A marathon of 48,000 runners over the start, nine splits and the finish, from a fixed seed: the size of Chicago 2023,
/// with its share of missing reads, divisions of both sexes, and net ranking.
/// </summary>
internal sealed class SyntheticMarathon
{
    public const int Runners = 48_000;
    private const long Gun = 1_696_768_202_000_000;
    private static readonly long[] Metres = [0, 5_000, 10_000, 15_000, 20_000, 21_098, 25_000, 30_000, 35_000, 40_000, 42_195];
    private readonly Random _random = new(20231008);
    private readonly long[] _metres;
    private readonly long _until;

    /// <param name="scoring">Where the race goes.</param>
    /// <param name="runners">Runners.</param>
    /// <param name="visits">11, or 12 with one more split at 37 km.</param>
    /// <param name="until">Seconds after the gun; later crossings have not happened yet.</param>
    public SyntheticMarathon(MeetScoring scoring, int runners = Runners, int visits = 11, long until = long.MaxValue)
    {
        _until = until;
        _metres = visits == 11 ? Metres : [.. Metres[..^2], 37_000, .. Metres[^2..]];
        var race = Race with { Visits = [.. _metres.Select((metres, index) => new CourseVisit($"v{index}", $"v{index}", $"p{index}", metres))] };
        scoring.SetMeet(new MeetFacts("meet", "Meet", "UTC", "2023-10-08", ["race"]));
        scoring.SetRace(visits == 11 ? Race : race);
        scoring.SetGun("race", "first", new Instant(Gun));
        for (var i = 0; i < runners; i++)
        {
            Add(scoring, i);
        }
    }

    public static Instant GunStart { get; } = new(Gun);

    public static RaceDefinition Race { get; } = new()
    {
        RaceId = "race",
        Visits = [.. Metres.Select((metres, index) => new CourseVisit($"v{index}", $"v{index}", $"p{index}", metres))],
        Divisions = [.. Enumerable.Range(0, 24).Select(band => new Division($"D{band}", band % 2 == 0 ? Sex.Male : Sex.Female, 16 + (band / 2 * 5), 20 + (band / 2 * 5), false))],
        WaveIds = ["first"],
        Profile = RuleProfile.NetWithGunFallback,
    };

    /// <summary>Time of a runner's crossing of the 20 km mat, moved by some seconds.</summary>
    public static long At20K(long seconds) => Gun + ((7_200 + seconds) * Instant.MicrosPerSecond);

    private void Add(MeetScoring scoring, int number)
    {
        var text = (number + 1).ToString(CultureInfo.InvariantCulture);
        scoring.SetEntry(new Entry { EntryId = "e" + text, RaceId = "race", Bib = text, Chips = ["C" + text], Sex = (Sex)(1 + (number % 2)), Age = 18 + (number % 60) });
        var start = Gun + (_random.Next(0, 180_000) * 10_000L);
        var pace = 190_000 + _random.Next(0, 280_000);
        for (var visit = 0; visit < _metres.Length; visit++)
        {
            var crossing = start + (_metres[visit] * pace / 10_000 * 10_000);
            if (_random.Next(400) > 0 && (crossing - Gun) / Instant.MicrosPerSecond <= _until)
            {
                scoring.SetPassings($"p{visit}", "C" + text, [crossing]);
            }
        }
    }
}
