using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.GetStandings;

public sealed class GetStandingsTests(ResultsHost host)
{
    [Fact]
    public async Task Times_are_shown_in_whole_seconds_rounded_up()
    {
        var meet = await host.NewMeet().Planned().Ran("1", 0.5, 3900.01, 7784.3).Gun().StandsAsync();

        var row = Assert.Single((await meet.StandingsAsync()).Standings);

        Assert.Equal((7785, 7785, 7784), (row.OfficialTime.Seconds, row.GunTime.Seconds, row.NetTime.Seconds));
        Assert.Equal(0, row.OfficialTime.Nanos);
        Assert.Equal(("e-1", "1", "Runner 1", "PRK", "finish"), (row.EntryId, row.Bib, row.DisplayName, row.Country, row.LastSplitId));
        Assert.Equal((1, 1, 0), (row.Places.Overall, row.Places.BySex, row.Places.ByDivision));
        Assert.Equal(ResultStatus.Finished, row.Status);
    }

    [Fact]
    public async Task Times_of_a_race_on_the_track_are_shown_in_tenths_rounded_up()
    {
        var meet = await host.NewMeet().Planned(shape: race => race.Rules.Resolution = TimeResolution.Tenth).Ran("1", 0.5, 3900.01, 7784.21).Gun().StandsAsync();

        var row = Assert.Single((await meet.StandingsAsync()).Standings);

        Assert.Equal((7784, 300_000_000, 7783, 800_000_000), (row.OfficialTime.Seconds, row.OfficialTime.Nanos, row.NetTime.Seconds, row.NetTime.Nanos));
        Assert.Equal(TimeResolution.Tenth, row.Resolution);
    }

    [Fact]
    public async Task Rows_tell_the_gap_to_the_first_of_the_view_and_the_places_gained_when_they_are_asked_to()
    {
        var meet = await host.NewMeet().Planned().Ran("1", 0, 4_000, 8_100).Ran("2", 0, 4_100, 8_000).Ran("3", 0, 4_200, 8_300)
            .Entered("4").Passed("4", "start", 0).Passed("4", "half", 4_050).Gun().StandsAsync();

        async Task<IEnumerable<(string, long?, int?)>> RowsAsync(StandingsFilter filter) => (await meet.StandingsAsync(filter)).Standings
            .Select(row => (row.Bib, row.GapToLeader?.Seconds, row.HasPlacesGained ? row.PlacesGained : (int?)null));

        Assert.Equal([("2", 0, 1), ("1", 100, -1), ("3", 300, 0)], await RowsAsync(new StandingsFilter { WithMoves = true }));

        // Who is on the way is measured against the leader there: behind 1 and before 2 at the half.
        Assert.Equal([("2", 0, 1), ("1", 100, -1), ("3", 300, 0), ("4", -50, null)], await RowsAsync(new StandingsFilter { WithMoves = true, Live = true }));
        Assert.All(await RowsAsync(new StandingsFilter()), row => Assert.Equal((null, null), (row.Item2, row.Item3)));
    }

    [Fact]
    public async Task A_list_beside_the_divisions_is_ranked_when_it_is_asked_for()
    {
        var meet = await host.NewMeet().Planned(shape: race => race.Divisions.Add(new Division { DivisionId = "guests", Countries = { "KOR", "NOR" }, Additional = true }))
            .Ran("1", 0, 4000, 9000).Ran("2", 0, 4100, 8000, age: 44).Ran("3", 0, 4200, 8500).Ran("4", 0, 4300, 8600).Gun()
            .Entered("1", country: "KOR").Entered("2", age: 44).Entered("4", country: "NOR").StandsAsync();

        var rows = (await meet.StandingsAsync(new StandingsFilter { DivisionId = "guests" })).Standings;
        Assert.Equal([("4", 3, 1), ("1", 4, 2)], rows.Select(row => (row.Bib, row.Places.Overall, row.Places.ByDivision)));
        Assert.Equal("1 4", await BibsAsync(meet, new StandingsFilter { DivisionId = "guests", SplitId = "half" }));
        Assert.Equal("4 1", await BibsAsync(meet, new StandingsFilter { DivisionId = "guests", Live = true }));
        Assert.Equal("2", await BibsAsync(meet, new StandingsFilter { DivisionId = "M40" }));
        Assert.Single((await meet.StandingsAsync(new StandingsFilter { DivisionId = "guests" }, pageSize: 1)).Standings);
    }

    [Fact]
    public async Task An_anonymous_runner_counts_in_every_list_and_is_named_in_none()
    {
        var meet = await host.NewMeet().Planned(shape: race => race.Divisions.Add(new Division { DivisionId = "guests", Countries = { "NOR" }, Additional = true }))
            .Ran("1", 0, 4000, 8000).Ran("2", 0, 4100, 8100).Gun()
            .Entered("1", country: "NOR", also: entry => (entry.DisplayName, entry.Club, entry.Team, entry.Visibility) = ("", "Tjalve", "Tjalve A", Visibility.Anonymous))
            .Entered("2", country: "NOR").StandsAsync();

        var rows = (await meet.StandingsAsync(new StandingsFilter { DivisionId = "guests" })).Standings;

        Assert.Equal([("1", 1, "", "", ""), ("2", 2, "Runner 2", "NOR", "")], rows.Select(row => (row.Bib, row.Places.ByDivision, row.DisplayName, row.Country, row.Club)));
    }

    [Fact]
    public async Task A_separate_division_is_seen_by_its_name_alone()
    {
        var meet = await host.NewMeet().Planned(shape: race => race.Divisions.Add(new Division { DivisionId = "wheels", Separate = true, RankedBySex = true }))
            .Ran("1", 0, 4000, 9000).Ran("2", 0, 3000, 6000, division: "wheels").Gun().StandsAsync();

        Assert.Equal("1", await BibsAsync(meet, new StandingsFilter()));
        Assert.Equal("1", await BibsAsync(meet, new StandingsFilter { Sex = Sex.Male }));
        Assert.Equal("1", await BibsAsync(meet, new StandingsFilter { Live = true }));
        Assert.Equal("2", await BibsAsync(meet, new StandingsFilter { DivisionId = "wheels" }));
        Assert.Equal(1, (await meet.StandingsAsync()).TotalCount);
    }

    [Fact]
    public async Task A_filter_gives_a_split_a_sex_or_a_division()
    {
        var meet = await host.NewMeet().Planned().Ran("1", 0, 4000, 9000, Sex.Female).Ran("2", 0, 4100, 8000, age: 44).Ran("3", 0, 4200, 8500).Gun().StandsAsync();

        Assert.Equal("2 3 1", await BibsAsync(meet, new StandingsFilter()));
        Assert.Equal("1 2 3", await BibsAsync(meet, new StandingsFilter { SplitId = "half" }));
        Assert.Equal("1", await BibsAsync(meet, new StandingsFilter { Sex = Sex.Female }));
        Assert.Equal("2", await BibsAsync(meet, new StandingsFilter { DivisionId = "M40" }));
        Assert.Equal(2, (await meet.StandingsAsync(new StandingsFilter { Sex = Sex.Male }, pageSize: 1)).TotalCount);
    }

    [Fact]
    public async Task Live_standings_hold_runners_on_the_course_with_their_last_time()
    {
        var meet = await host.NewMeet().Planned().Entered("1").Passed("1", "start", 1).Passed("1", "half", 4000).Ran("2", 0, 4100, 8000).Entered("3").Gun().StandsAsync();

        var rows = (await meet.StandingsAsync(new StandingsFilter { Live = true })).Standings;

        Assert.Equal([("2", 1, 8000, "finish"), ("1", 2, 4000, "half")], rows.Select(row => (row.Bib, row.Places.Overall, (int)row.OfficialTime.Seconds, row.LastSplitId)));
    }

    [Fact]
    public async Task Pages_of_one_chain_come_from_one_snapshot()
    {
        var meet = host.NewMeet().Planned().Gun();
        for (var i = 1; i <= 25; i++)
        {
            meet.Ran($"{i}", 0, 4000, 8000 + i);
        }

        await meet.StandsAsync();
        var first = await meet.StandingsAsync(pageSize: 10);
        await meet.Ran("99", 0, 3900, 7900).StandsAsync();

        var second = await meet.StandingsAsync(pageSize: 10, pageToken: first.NextPageToken);
        var third = await meet.StandingsAsync(pageSize: 10, pageToken: second.NextPageToken);

        Assert.Equal(Enumerable.Range(1, 25), first.Standings.Concat(second.Standings).Concat(third.Standings).Select(row => row.Places.Overall));
        Assert.Equal((first.SnapshotVersion, first.SnapshotVersion), (second.SnapshotVersion, third.SnapshotVersion));
        Assert.Equal((25, 25), (first.TotalCount, third.TotalCount));
        Assert.Equal("", third.NextPageToken);
        Assert.Equal(26, (await meet.StandingsAsync()).TotalCount);
    }

    [Fact]
    public async Task What_cannot_be_answered_is_refused()
    {
        var meet = await host.NewMeet().Planned().Ran("1", 0, 4000, 9000).Ran("2", 0, 4000, 9001).Gun().StandsAsync();
        var token = (await meet.StandingsAsync(pageSize: 1)).NextPageToken;

        Assert.Equal("PAGE_SIZE_INVALID", await ReasonAsync(() => meet.StandingsAsync(pageSize: 1_001)));
        Assert.Equal("PAGE_TOKEN_INVALID", await ReasonAsync(() => meet.StandingsAsync(pageToken: "nonsense")));
        Assert.Equal("PAGE_TOKEN_INVALID", await ReasonAsync(() => meet.StandingsAsync(new StandingsFilter { Sex = Sex.Male }, pageToken: token)));
        Assert.Equal("SPLIT_UNKNOWN", await ReasonAsync(() => meet.StandingsAsync(new StandingsFilter { SplitId = "41k" })));
        Assert.Equal("DIVISION_UNKNOWN", await ReasonAsync(() => meet.StandingsAsync(new StandingsFilter { DivisionId = "M99" })));
        Assert.Equal("FILTER_INVALID", await ReasonAsync(() => meet.StandingsAsync(new StandingsFilter { SplitId = "half", Live = true })));
        Assert.Equal("RACE_UNKNOWN", await ReasonAsync(async () => await meet.Client.GetStandingsAsync(new GetStandingsRequest { MeetId = meet.MeetId, RaceId = "5k" })));
    }

    private static async Task<string> ReasonAsync(Func<Task> call) => (await Refused.ByAsync(call)).Reason;

    private static async Task<string> BibsAsync(SampleMeet meet, StandingsFilter filter) =>
        string.Join(' ', (await meet.StandingsAsync(filter)).Standings.Select(row => row.Bib));
}
