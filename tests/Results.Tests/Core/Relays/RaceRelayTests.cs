using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Relays;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Tests.Core.Awards;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Relays;

public sealed class RaceRelayTests
{
    private const int Races = 2_000;

    [Fact]
    public void Legs_are_those_of_a_naive_oracle_and_add_up_to_the_result()
    {
        var seed = Seed.Next();
        var whole = 0;
        for (var i = 0; i < Races; i++)
        {
            var race = new RandomField(new Random(unchecked(seed + i))).Standings();
            var relay = RaceRelay.Of(race);
            Assert.Equal(race.Race.ExchangeSplitIds.Count == 0 ? 0 : 2, relay.Legs.Count);
            for (var team = 0; team < race.RunnerCount && relay.Legs.Count > 0; team++)
            {
                for (var leg = 0; leg < 2; leg++)
                {
                    var exact = Exact(race, team, leg);
                    Assert.Equal(exact, relay.TimeOf(team, leg)?.Exact);
                    if (exact is { } time)
                    {
                        var better = Enumerable.Range(0, race.RunnerCount).Count(other => Exact(race, other, leg) is { } better && (better < time || (better == time && race.Race.Ties == TieRule.ByHiddenTime && Before(race, other, team, leg))));
                        Assert.True(better + 1 == relay.TimeOf(team, leg)!.Value.Place, $"race {i} of seed {seed}, team {team}, leg {leg}");
                    }
                }

                if (relay.TimeOf(team, 0) is { } first && relay.TimeOf(team, 1) is { } second)
                {
                    Assert.Equal(race.Race.Resolution.Shown(race.OfficialTimeOf(team, 2)!.Value), first.Time + second.Time);
                    whole++;
                }
            }
        }

        Assert.True(whole > Races, $"only {whole} whole teams: the random races are too poor");
    }

    [Fact]
    public void A_leg_has_the_runner_of_its_number()
    {
        var race = Field.Race(("start", "start", 0), ("5k", "x", 5_000), ("8k", "x2", 8_000), ("finish", "finish", 10_000)) with { ExchangeSplitIds = ["5k", "8k"] };
        var field = new Field(race).Gun();
        var team = Field.EntryOf("1") with { RelayRunners = [new("Kim", Sex.Male, 30), new("Ri", Sex.Female, 31)] };
        field.Scoring.SetEntry(team);
        field.Passes("C1", "x", 1_000.4).Passes("C1", "finish", 2_000);

        var relay = RaceRelay.Of(field.Standings());

        Assert.Equal([5_000, 3_000, 2_000], relay.Legs.Select(leg => leg.Leg.DistanceM));
        Assert.Equal(["Kim", "Ri", null], relay.Legs.Select(leg => RaceRelay.RunnerOf(team, leg.Leg)?.DisplayName));
        Assert.Equal([Elapsed.FromSeconds(1_001), null, null], Enumerable.Range(0, 3).Select(leg => relay.TimeOf(0, leg)?.Time));
    }

    private static Elapsed? Exact(RaceStandings race, int team, int leg) => leg == 0
        ? race.Visits[1].RankingTimeOf(team)
        : race.Visits[2].RankingTimeOf(team) - race.Visits[1].RankingTimeOf(team);

    private static bool Before(RaceStandings race, int left, int right, int leg)
    {
        var order = race.Visits[leg + 1].Order.ToArray();
        return Array.IndexOf(order, left) < Array.IndexOf(order, right);
    }
}
