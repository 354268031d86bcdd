using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Scenarios;

/// <summary>The first places of a race overall, by sex and by division, as its standings have them. Immutable.</summary>
public sealed class RaceWinners
{
    /// <summary>Places looked at in each group.</summary>
    public const int Depth = 3;

    private readonly Dictionary<(Sex Sex, string DivisionId, int Place), List<Entry>> _winners = [];

    private RaceWinners(RaceStandings race)
    {
        if (race.Visits.Count == 0)
        {
            return;
        }

        var finish = race.Visits[^1];
        foreach (var runner in finish.Order)
        {
            var places = finish.PlacesOf(runner);
            if (places.Overall is > 0 and <= Depth)
            {
                Add((Sex.Unknown, "", places.Overall), race.EntryOf(runner));
            }

            if (places.BySex is > 0 and <= Depth)
            {
                Add((race.EntryOf(runner).Sex, "", places.BySex), race.EntryOf(runner));
            }

            if (places.ByDivision is > 0 and <= Depth && race.DivisionOf(runner) is { } division)
            {
                Add((division.RankedBySex ? race.EntryOf(runner).Sex : Sex.Unknown, division.DivisionId, places.ByDivision), race.EntryOf(runner));
            }
        }
    }

    /// <summary>The winners of a race; kept with its snapshot.</summary>
    public static RaceWinners Of(RaceStandings race) => race.Derive(standings => new RaceWinners(standings));

    /// <summary>The places that go to somebody else: overall, by sex, by division, best first.</summary>
    public static IReadOnlyList<WinnerChange> Compare(RaceStandings before, RaceStandings after)
    {
        var (was, now) = (Of(before)._winners, Of(after)._winners);
        return
        [
            .. was.Keys.Union(now.Keys)
                .OrderBy(group => group.DivisionId, StringComparer.Ordinal)
                .ThenBy(group => group.Sex)
                .ThenBy(group => group.Place)
                .Select(group => new WinnerChange(group.Sex, group.DivisionId, group.Place, was.GetValueOrDefault(group, []), now.GetValueOrDefault(group, [])))
                .Where(change => !change.Before.Select(entry => entry.EntryId).SequenceEqual(change.After.Select(entry => entry.EntryId), StringComparer.Ordinal)),
        ];
    }

    private void Add((Sex Sex, string DivisionId, int Place) group, Entry entry)
    {
        if (!_winners.TryGetValue(group, out var entries))
        {
            _winners[group] = entries = [];
        }

        entries.Add(entry);
    }
}
