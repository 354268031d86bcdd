using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Awards;

/// <summary>Compares the awards of two snapshots of a race.</summary>
public static class AwardChanges
{
    /// <summary>Lists with other winners, or with the same ones at other places; in the order of the later rules, lists that are gone last.</summary>
    public static IReadOnlyList<AwardChange> Between(RaceStandings before, RaceStandings after)
    {
        if (ReferenceEquals(before, after))
        {
            return [];
        }

        var was = WinnersOf(before);
        var now = WinnersOf(after);
        return
        [
            .. from list in now.Keys.Concat(was.Keys.Where(list => !now.ContainsKey(list)))
               let old = was.GetValueOrDefault(list, [])
               let winners = now.GetValueOrDefault(list, [])
               where !old.Select(Name).SequenceEqual(winners.Select(Name))
               select new AwardChange(list.AwardId, list.DivisionId, list.Sex, old, winners),
        ];
    }

    private static Dictionary<(string AwardId, string DivisionId, Sex Sex), List<(int Place, Entry Winner)>> WinnersOf(RaceStandings race)
    {
        var winners = new Dictionary<(string AwardId, string DivisionId, Sex Sex), List<(int Place, Entry Winner)>>();
        foreach (var list in RaceAwards.Of(race).Lists)
        {
            winners[(list.Rule.AwardId, list.DivisionId, list.Sex)] = [.. list.Winners.Select(winner => (winner.Place, race.EntryOf(winner.Runner)))];
        }

        return winners;
    }

    private static (int Place, string EntryId) Name((int Place, Entry Winner) winner) => (winner.Place, winner.Winner.EntryId);
}
