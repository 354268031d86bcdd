using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ListRelayLegs;

public sealed class ListRelayLegsTests(ResultsHost host)
{
    [Fact]
    public async Task Legs_are_ranked_with_their_runners_and_stand_in_the_teams_result()
    {
        var meet = await host.NewMeet().Planned(shape: Relay).Ran("1", 1, 4_000.2, 9_000).Ran("2", 1, 4_100, 8_900.7)
            .Entered("3", also: entry => entry.RelayRunners.Add([new RelayRunner { DisplayName = "Kim" }, new RelayRunner { DisplayName = "Ri", Sex = Sex.Female }])).Passed("3", "half", 4_050).Gun().StandsAsync();

        var first = await LegsAsync(meet, 1);
        var second = await LegsAsync(meet, 2);

        Assert.Equal([("1", 1, 4_001L), ("3", 2, 4_050L), ("2", 3, 4_100L)], first.Rows.Select(row => (row.Standing.Bib, row.Leg.Place, row.Leg.Time.Seconds)));
        Assert.Equal([("2", 1, 4_801L), ("1", 2, 4_999L)], second.Rows.Select(row => (row.Standing.Bib, row.Leg.Place, row.Leg.Time.Seconds)));
        Assert.Equal((2, 21_098L, "half", "finish"), (first.LegCount, first.Rows[0].Leg.DistanceM, second.Rows[0].Leg.FromSplitId, second.Rows[0].Leg.ToSplitId));
        var result = (await meet.Client.GetParticipantResultAsync(new GetParticipantResultRequest { MeetId = meet.MeetId, Bib = "3" })).Result;
        Assert.Equal([("Kim", 2), ("Ri", 0)], result.RelayLegs.Select(leg => (leg.Runner.DisplayName, leg.Place)));
        Assert.Null(result.RelayLegs[1].Time);
    }

    [Fact]
    public async Task What_is_no_leg_is_refused()
    {
        var meet = await host.NewMeet().Planned(shape: Relay).StandsAsync();
        var alone = await host.NewMeet().Planned().StandsAsync();

        Assert.Equal("LEG_INVALID", (await Refused.ByAsync(() => LegsAsync(meet, 0))).Reason);
        Assert.Equal("LEG_INVALID", (await Refused.ByAsync(() => LegsAsync(meet, 3))).Reason);
        Assert.Equal("RACE_NO_RELAY", (await Refused.ByAsync(() => LegsAsync(alone, 1))).Reason);
    }

    private static void Relay(Race race) => race.Relay = new Relay { ExchangeSplitIds = { "half" } };

    private static async Task<ListRelayLegsResponse> LegsAsync(SampleMeet meet, int leg) =>
        await meet.Client.ListRelayLegsAsync(new ListRelayLegsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, Leg = leg });
}
