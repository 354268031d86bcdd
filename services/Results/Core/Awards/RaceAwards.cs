using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Awards;

/// <summary>Who wins what in a race, as the standings are now: a function of the snapshot alone. Immutable.</summary>
public sealed class RaceAwards
{
    private RaceAwards(IReadOnlyList<AwardList> lists) => Lists = lists;

    /// <summary>In the order of the rules, inside a rule in the order of the divisions. Lists without winners are there too.</summary>
    public IReadOnlyList<AwardList> Lists { get; }

    /// <summary>The awards of a race; made when first asked for.</summary>
    public static RaceAwards Of(RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Derive(Make);
    }

    private static RaceAwards Make(RaceStandings race)
    {
        var lists = new List<AwardList>();
        var orders = new Dictionary<AwardBasis, AwardOrder>();
        var wonBy = new Dictionary<int, string>();
        foreach (var rule in race.Race.Awards.Where(_ => race.Visits.Count > 0))
        {
            if (!orders.TryGetValue(rule.Basis, out var order))
            {
                orders[rule.Basis] = order = new AwardOrder(race, rule.Basis);
            }

            var made = new AwardJudge(race, rule, order).Judge(wonBy);
            lists.AddRange(made);
            foreach (var winner in made.SelectMany(list => list.Winners))
            {
                wonBy.TryAdd(winner.Runner, rule.AwardId);
            }
        }

        return new RaceAwards(lists);
    }
}
