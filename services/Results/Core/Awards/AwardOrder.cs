using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Awards;

/// <summary>Runners with a place at the finish in the order of an award's basis. Immutable.</summary>
internal sealed class AwardOrder
{
    /// <summary>More than any race has, a power of two; a time of a hundred days fits beside it.</summary>
    private const long MaxRunners = 1L << 20;

    private readonly RaceStandings _race;
    private readonly Elapsed[]? _times;

    /// <param name="race">A race with a course.</param>
    /// <param name="basis">What decides.</param>
    public AwardOrder(RaceStandings race, AwardBasis basis)
    {
        _race = race;
        Runners = race.Visits[^1].Order.ToArray();
        if (IsRanking(race.Race.Profile, basis))
        {
            return;
        }

        // Equal times stay in the order of the race: the position is the low end of what is sorted by.
        var keys = new long[Runners.Length];
        var times = new Elapsed[Runners.Length];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = TimeOf(race, Runners[i], basis);
            keys[i] = (times[i].Micros * MaxRunners) + i;
        }

        Array.Sort(keys, times);
        Runners = [.. keys.Select(key => Runners[(int)(key & (MaxRunners - 1))])];
        _times = times;
    }

    /// <summary>Best first.</summary>
    public int[] Runners { get; }

    /// <summary>The time of the runner at a position, as shown.</summary>
    public Elapsed ShownTimeAt(int position) => _race.Race.Resolution.Shown(_times is null ? RankingTimeAt(position) : _times[position]);

    /// <summary>Whether the runners at two positions share their place wherever nobody stands between them.</summary>
    public bool Shares(int left, int right)
    {
        if (_race.Race.Ties == TieRule.ByHiddenTime)
        {
            return false;
        }

        if (_times is null && (IsApart(left) || IsApart(right)))
        {
            return false;
        }

        return _race.Race.Ties == TieRule.SharedByOfficialTime ? ShownTimeAt(left) == ShownTimeAt(right) : TimeAt(left) == TimeAt(right);
    }

    /// <summary>The ranking of the race is by this basis already: its places hold, the judges' ones too.</summary>
    private static bool IsRanking(RuleProfile profile, AwardBasis basis) => basis switch
    {
        AwardBasis.Gun => profile == RuleProfile.WorldAthletics,
        AwardBasis.Net => profile is RuleProfile.Net or RuleProfile.NetWithGunFallback,
        _ => true,
    };

    /// <summary>Who was not read at the start counts with the time from the gun, which is never shorter.</summary>
    private static Elapsed TimeOf(RaceStandings race, int runner, AwardBasis basis)
    {
        var finish = race.Visits.Count - 1;
        var time = basis == AwardBasis.Gun
            ? race.GunTimeOf(runner, finish) ?? race.NetTimeOf(runner, finish)
            : race.NetTimeOf(runner, finish) ?? race.GunTimeOf(runner, finish);
        return time ?? race.Visits[finish].RankingTimeOf(runner)!.Value;
    }

    /// <summary>Judges told the runner apart from others with the same time.</summary>
    private bool IsApart(int position) => _race.Visits[^1].IsApart(Runners[position]);

    private Elapsed TimeAt(int position) => _times is null ? RankingTimeAt(position) : _times[position];

    private Elapsed RankingTimeAt(int position) => _race.Visits[^1].RankingTimeOf(Runners[position])!.Value;
}
