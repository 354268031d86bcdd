using Google.Protobuf.WellKnownTypes;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.GetLiveRace;

public sealed class GetLiveRaceTests(ResultsHost host)
{
    [Fact]
    public async Task Leaders_gaps_and_projected_teams_are_told_while_the_race_is_on()
    {
        var meet = await host.NewMeet().Planned(shape: race => race.Teams.Add(new TeamRule { TeamRuleId = "nations", Key = TeamKey.Country, Scorers = 2, Score = TeamScore.Places }))
            .Entered("1", age: 41, country: "KEN").Passed("1", "start", 1).Passed("1", "half", 4_000).Passed("1", "finish", 8_000)
            .Entered("2", country: "KEN").Passed("2", "start", 1).Passed("2", "half", 4_100)
            .Entered("3", Sex.Female, country: "PRK").Passed("3", "start", 1).Passed("3", "half", 4_050).Passed("3", "finish", 8_020.4)
            .Entered("4", country: "PRK").Passed("4", "start", 1)
            .Gun().StandsAsync();

        var live = await LiveAsync(meet);

        var race = live.Groups[0];
        Assert.Equal((LiveGroupKind.Race, 4), (race.Kind, race.RankedCount));
        Assert.Equal([("1", 1, "finish", 0L), ("3", 2, "finish", 21L), ("2", 3, "half", 100L)], race.Leaders.Select(row => (row.Standing.Bib, row.Place, row.SplitId, row.GapToLeader.Seconds)));
        Assert.Equal([null, Seconds(21), Seconds(50)], race.Leaders.Select(row => row.GapToNext));
        Assert.Equal(
            [(LiveGroupKind.Sex, "", Sex.Male, "1"), (LiveGroupKind.Sex, "", Sex.Female, "3"), (LiveGroupKind.Division, "M40", Sex.Male, "1"), (LiveGroupKind.Nation, "KEN", Sex.Unspecified, "1"), (LiveGroupKind.Nation, "PRK", Sex.Unspecified, "3")],
            live.Groups.Skip(1).Select(group => (group.Kind, group.Key, group.Sex, group.Leaders[0].Standing.Bib)));

        // Runner 2 is expected, runner 4 has no split yet.
        var teams = Assert.Single(live.ProjectedTeams).Teams;
        Assert.Equal([("KEN", 1, 3), ("PRK", 0, 0)], teams.Select(team => (team.Name, team.Place, team.Points)));
        Assert.Equal(["1", "2"], teams[0].Members.Select(member => member.Standing.Bib));
    }

    [Fact]
    public async Task Moves_count_those_who_are_ranked_at_both_splits()
    {
        var meet = await host.NewMeet().Planned().Ran("1", 1, 4_000, 8_500).Ran("2", 1, 4_100, 8_400).Ran("3", 1, 4_200, 8_300)
            .Entered("4").Passed("4", "half", 3_900).Gun().StandsAsync();

        var live = await LiveAsync(meet, "finish");

        Assert.Equal([("3", 2)], live.Gained.Select(row => (row.Standing.Bib, row.PlacesGained)));
        Assert.Equal([("1", -2)], live.Lost.Select(row => (row.Standing.Bib, row.PlacesGained)));
        Assert.Equal([2, 0], live.Groups[0].Leaders.Take(2).Select(row => row.PlacesGained));

        var half = await LiveAsync(meet, "half");
        Assert.Empty(half.Gained);
        Assert.Equal(["4", "1", "2"], half.Groups[0].Leaders.Select(row => row.Standing.Bib));
    }

    [Fact]
    public async Task What_cannot_be_answered_is_refused()
    {
        var meet = await host.NewMeet().Planned().StandsAsync();

        Assert.Equal("SPLIT_UNKNOWN", (await Refused.ByAsync(() => LiveAsync(meet, "5k"))).Reason);
        Assert.Equal("TOP_INVALID", (await Refused.ByAsync(() => LiveAsync(meet, top: 11))).Reason);
        Assert.Empty((await LiveAsync(meet)).Groups);
    }

    private static Duration Seconds(long seconds) => new() { Seconds = seconds };

    private static async Task<GetLiveRaceResponse> LiveAsync(SampleMeet meet, string split = "", int top = 0) => await meet.Client.GetLiveRaceAsync(
        new GetLiveRaceRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, SplitId = split, Top = top }, cancellationToken: TestContext.Current.CancellationToken);
}
