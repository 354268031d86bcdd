using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;

namespace RaceSystem.Results.Core.Standings;

/// <summary>
/// An additional list of a race, ranked: everyone who fits and has a place among all, with the place in the list as the
/// place by division. Who shares a place among all shares one here, so every tie rule holds. Immutable.
/// </summary>
public sealed class DivisionList : IRankedRunners
{
    private readonly int[] _order;
    private readonly Dictionary<int, Places> _places;

    internal DivisionList(RaceStandings race, Division division, IRankedRunners ranked)
    {
        var order = new List<int>();
        _places = [];
        var counted = new SharedPlaces<int>[Sexes.Count];
        foreach (var runner in ranked.Order)
        {
            var (places, sex) = (ranked.PlacesOf(runner), race.EntryOf(runner).Sex);
            if (places.Overall == 0 || (division.RankedBySex && sex == Sex.Unknown) || !division.Takes(race.EntryOf(runner)))
            {
                continue;
            }

            order.Add(runner);
            _places.Add(runner, places with { ByDivision = counted[division.RankedBySex ? (int)sex : 0].Next(places.Overall) });
        }

        _order = [.. order];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<int> Order => _order;

    /// <inheritdoc/>
    public Places PlacesOf(int runner) => _places.GetValueOrDefault(runner);
}
