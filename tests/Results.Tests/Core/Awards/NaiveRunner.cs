using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Tests.Core.Awards;

/// <summary>A runner with a place at the finish, as the words of the rules see it.</summary>
internal sealed class NaiveRunner(RaceStandings race, int number, int position)
{
    public int Number => number;

    /// <summary>Position in the order of the race.</summary>
    public int Position => position;

    public Entry Entry { get; } = race.EntryOf(number);

    public bool IsSeparate { get; } = race.DivisionOf(number)?.Separate == true;

    public static List<NaiveRunner> Of(RaceStandings race) => [.. race.Visits[^1].Order.ToArray().Select((runner, position) => new NaiveRunner(race, runner, position))];

    /// <summary>Exact time of a basis.</summary>
    public Elapsed Time(AwardBasis basis)
    {
        var crossing = race.Visits[^1].CrossingOf(number)!.Value;
        var gun = race.GunOf(number) is { } fired ? crossing - fired : (Elapsed?)null;
        var net = race.StartOf(number) is { } start ? crossing - start : (Elapsed?)null;
        var time = basis switch
        {
            AwardBasis.Gun => gun ?? net,
            AwardBasis.Net => net ?? gun,
            _ => race.Visits[^1].RankingTimeOf(number) - race.AdjustmentOf(number, race.Visits.Count - 1),
        };
        return time!.Value + race.AdjustmentOf(number, race.Visits.Count - 1);
    }

    public bool IsIn(Division division) => division.Additional
        ? !IsSeparate && (division.Person.Countries.Count == 0 || division.Person.Countries.Contains(Entry.Country)) && (division.Sex == Sex.Unknown || division.Sex == Entry.Sex)
        : race.DivisionOf(number)?.DivisionId == division.DivisionId && race.Visits[^1].PlacesOf(number).ByDivision > 0;

    /// <summary>Strictly better, so that the other one's place is behind.</summary>
    public bool IsBetterThan(NaiveRunner other, AwardBasis basis) => race.Race.Ties switch
    {
        TieRule.SharedByHiddenTime => Time(basis) < other.Time(basis),
        TieRule.SharedByOfficialTime => race.Race.Resolution.Shown(Time(basis)) < race.Race.Resolution.Shown(other.Time(basis)),
        _ => (Time(basis), position).CompareTo((other.Time(basis), other.Position)) < 0,
    };
}
