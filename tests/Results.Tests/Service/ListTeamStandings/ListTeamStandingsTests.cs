using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ListTeamStandings;

public sealed class ListTeamStandingsTests(ResultsHost host)
{
    [Fact]
    public async Task Teams_come_with_their_members_page_by_page()
    {
        var meet = host.NewMeet().Planned(shape: race => race.Teams.Add(Rule("clubs")));
        string[] clubs = ["Red", "Blue", "Blue", "Red", "Green"];
        for (var i = 0; i < clubs.Length; i++)
        {
            meet.Entered($"{i}", also: entry => entry.Club = clubs[i]).Passed($"{i}", "finish", 9_000 + i);
        }

        await meet.Gun().StandsAsync();

        var first = await TeamsAsync(meet, pageSize: 2);
        var second = await TeamsAsync(meet, pageSize: 2, token: first.NextPageToken);

        Assert.Equal([("Blue", 1, 5, 18_003L), ("Red", 2, 5, 18_003L)], first.Teams.Select(team => (team.Name, team.Place, team.Points, team.Time.Seconds)));
        Assert.Equal([("1", 2, true), ("2", 3, true)], first.Teams[0].Members.Select(member => (member.Standing.Bib, member.Place, member.Scores)));
        Assert.Equal(("Green", 0), (Assert.Single(second.Teams).Name, second.Teams[0].Place));
        Assert.Equal((3, ""), (second.TotalCount, second.NextPageToken));
    }

    [Fact]
    public async Task A_race_with_several_rules_asks_for_one()
    {
        var meet = await host.NewMeet().Planned(shape: race => race.Teams.Add([Rule("clubs"), Rule("teams")])).StandsAsync();

        Assert.Equal("ID_INVALID", (await Refused.ByAsync(() => TeamsAsync(meet))).Reason);
        Assert.Equal("TEAM_RULE_UNKNOWN", (await Refused.ByAsync(() => TeamsAsync(meet, "countries"))).Reason);
        Assert.Empty((await TeamsAsync(meet, "teams")).Teams);
        var without = await host.NewMeet().Planned().StandsAsync();
        Assert.Equal("TEAM_RULE_UNKNOWN", (await Refused.ByAsync(() => TeamsAsync(without))).Reason);
        Assert.Equal("PAGE_SIZE_INVALID", (await Refused.ByAsync(() => TeamsAsync(meet, "teams", 501))).Reason);
        Assert.Equal("PAGE_TOKEN_INVALID", (await Refused.ByAsync(() => TeamsAsync(meet, "teams", token: "x"))).Reason);
    }

    private static TeamRule Rule(string id) => new() { TeamRuleId = id, Key = TeamKey.Club, Scorers = 2, Score = TeamScore.Places };

    private static async Task<ListTeamStandingsResponse> TeamsAsync(SampleMeet meet, string rule = "", int pageSize = 0, string token = "") =>
        await meet.Client.ListTeamStandingsAsync(new ListTeamStandingsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, TeamRuleId = rule, PageSize = pageSize, PageToken = token });
}
