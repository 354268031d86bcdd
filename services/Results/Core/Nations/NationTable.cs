using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Nations;

/// <summary>The countries of a race: a function of the snapshot alone. Immutable.</summary>
public sealed class NationTable
{
    private NationTable(IReadOnlyList<NationStanding> nations) => Nations = nations;

    /// <summary>By first places, then second, then third ones, then finishers, then code; runners without a country last.</summary>
    public IReadOnlyList<NationStanding> Nations { get; }

    /// <summary>The countries of a race; made when first asked for.</summary>
    public static NationTable Of(RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Derive(Make);
    }

    private static NationTable Make(RaceStandings race)
    {
        var nations = new Dictionary<string, NationStanding>(StringComparer.Ordinal);
        for (var runner = 0; runner < race.RunnerCount; runner++)
        {
            var nation = Find(nations, race.EntryOf(runner).Country);
            nations[nation.Country] = nation with { Entered = nation.Entered + 1, Started = nation.Started + (race.StatusOf(runner).HasStarted() ? 1 : 0) };
        }

        foreach (var runner in race.Visits.Count > 0 ? race.Visits[^1].Order : [])
        {
            var nation = Find(nations, race.EntryOf(runner).Country);
            nations[nation.Country] = WithFinisher(nation, race, runner);
        }

        return new NationTable([.. nations.Values
            .OrderBy(nation => nation.Country.Length == 0)
            .ThenByDescending(nation => nation.Firsts)
            .ThenByDescending(nation => nation.Seconds)
            .ThenByDescending(nation => nation.Thirds)
            .ThenByDescending(nation => nation.Finished)
            .ThenBy(nation => nation.Country, StringComparer.Ordinal)]);
    }

    private static NationStanding WithFinisher(NationStanding nation, RaceStandings race, int runner)
    {
        var sex = race.EntryOf(runner).Sex;
        var place = race.Visits[^1].PlacesOf(runner).BySex;
        return nation with
        {
            Finished = nation.Finished + 1,
            Firsts = nation.Firsts + (place == 1 ? 1 : 0),
            Seconds = nation.Seconds + (place == 2 ? 1 : 0),
            Thirds = nation.Thirds + (place == 3 ? 1 : 0),
            BestMan = nation.BestMan < 0 && sex == Sex.Male && place > 0 ? runner : nation.BestMan,
            BestWoman = nation.BestWoman < 0 && sex == Sex.Female && place > 0 ? runner : nation.BestWoman,
        };
    }

    private static NationStanding Find(Dictionary<string, NationStanding> nations, string country) =>
        nations.GetValueOrDefault(country) ?? new NationStanding(country, 0, 0, 0);
}
