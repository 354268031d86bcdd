using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Relays;

/// <summary>The legs of a relay, between its start, its exchanges and its finish: a function of the snapshot alone. Immutable.</summary>
public sealed class RaceRelay
{
    private readonly Dictionary<int, RelayLegTime>[] _byTeam;

    private RaceRelay(IReadOnlyList<RelayLegStandings> legs)
    {
        Legs = legs;
        _byTeam = [.. legs.Select(leg => leg.Times.ToDictionary(time => time.Team))];
    }

    /// <summary>In the order of the course; none: the race is no relay.</summary>
    public IReadOnlyList<RelayLegStandings> Legs { get; }

    /// <summary>The relay of a race; made when first asked for.</summary>
    public static RaceRelay Of(RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Derive(snapshot => new RaceRelay([.. LegsOf(snapshot.Race).Select(leg => new RelayLegStandings(leg, TimesOf(snapshot, leg)))]));
    }

    /// <summary>Who ran a leg; null: not named.</summary>
    public static RelayRunner? RunnerOf(Entry entry, RelayLeg leg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return leg.Number <= entry.RelayRunners.Count ? entry.RelayRunners[leg.Number - 1] : null;
    }

    /// <summary>A team on a leg, counted from 0; null: not measured at both ends.</summary>
    public RelayLegTime? TimeOf(int team, int leg) => _byTeam[leg].TryGetValue(team, out var time) ? time : null;

    private static IEnumerable<RelayLeg> LegsOf(RaceDefinition race)
    {
        if (race.ExchangeSplitIds.Count == 0 || race.Visits.Count < 2)
        {
            yield break;
        }

        var (from, number) = (0, 0);
        foreach (var to in race.ExchangeSplitIds.Select(race.FindVisit).Where(visit => visit > 0).Append(race.Visits.Count - 1).Distinct().Order())
        {
            yield return new RelayLeg(++number, from, to, race.Visits[to].DistanceM - race.Visits[from].DistanceM);
            from = to;
        }
    }

    private static List<RelayLegTime> TimesOf(RaceStandings race, RelayLeg leg)
    {
        var times = new List<RelayLegTime>();
        foreach (var team in race.Visits[leg.To].Order)
        {
            // The first leg counts from what the team's time counts from, as the team's time does.
            var before = leg.From == 0 ? Elapsed.Zero : race.Visits[leg.From].RankingTimeOf(team);
            if (before is { } begin && race.Visits[leg.To].RankingTimeOf(team) is { } end)
            {
                times.Add(new RelayLegTime(team, race.Race.Resolution.Shown(end) - race.Race.Resolution.Shown(begin), end - begin, 0));
            }
        }

        // Stable: equal ones stay in the order in which they finished the leg.
        times = [.. times.OrderBy(time => time.Exact)];
        var counted = default(SharedPlaces<Elapsed>);
        for (var i = 0; i < times.Count; i++)
        {
            // Times of a leg as shown are differences of rounded ones and rank nobody: only the exact ones can be equal.
            times[i] = times[i] with { Place = race.Race.Ties == TieRule.ByHiddenTime ? counted.Next() : counted.Next(times[i].Exact) };
        }

        return times;
    }
}
