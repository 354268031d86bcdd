using System.Net;
using RaceSystem.Dashboard.Tests.Fakes;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Pages;

public sealed class CrowdPageTests : IAsyncLifetime
{
    private const string RacePath = $"/meets/{FakeMeet.Id}/races/marathon";
    private const string RelayPath = $"/meets/{FakeMeet.Id}/races/10k";
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DashboardHost.StartAsync(FakeLists.UnderWay());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Pages_of_a_race_lead_to_each_other_and_to_none_that_the_race_has_no_rules_for()
    {
        var marathon = await GetAsync(RacePath);
        var relay = await GetAsync(RelayPath);
        foreach (var (path, inMarathon, inRelay) in new[] { ("leaders", true, true), ("nations", true, true), ("awards", true, false), ("teams", true, false), ("legs", false, true) })
        {
            Assert.Equal(inMarathon, marathon.Contains($"href=\"{RacePath}/{path}\"", StringComparison.Ordinal));
            Assert.Equal(inRelay, relay.Contains($"href=\"{RelayPath}/{path}\"", StringComparison.Ordinal));
        }

        Assert.Contains($"href=\"{RacePath}/leaders\" aria-current=\"page\"", await GetAsync(RacePath + "/leaders"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_runner_on_the_course_has_an_expected_finish_that_is_not_shown_as_a_measured_one()
    {
        var page = await GetAsync(RacePath + "?at=live");

        // Bib 2 passed the half in 1:05:42 and is expected at twice that.
        Assert.Contains("<td class=\"num wide awaited\"><span data-f=\"expected\">2:11:24</span><span class=\"note\" data-f=\"between\">2:10:24–2:12:24</span></td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("awaited", await GetAsync(RacePath + "?at=finish"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaders_are_told_of_race_sexes_divisions_nations_moves_and_projected_teams()
    {
        var page = await GetAsync(RacePath + "/leaders");
        foreach (var text in new[] { ">Overall<", ">Men<", ">Women<", ">Men 40–44<", ">FSEN<", ">Moving up<", "▲2", "up 2 places", "▼1", "down 1 place", "&#x2B;0:05", ">First of each nation<", "1 finished, 1 on the course", ">expected<" })
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_anonymous_runner_counts_for_the_nation_and_is_not_named_with_it()
    {
        foreach (var path in new[] { "", "?at=finish", "/leaders", "/nations", "/awards", "/teams" })
        {
            Assert.DoesNotContain("Secret", await GetAsync(RacePath + path), StringComparison.Ordinal);
        }

        // Named as bib 77 overall, not as the first of Norway, nor as its best man, nor in a nation's team.
        var leaders = await GetAsync(RacePath + "/leaders");
        Assert.Contains("runners/77\"", leaders[..leaders.IndexOf("data-leaders=\"nations\"", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain("runners/77\"", leaders[leaders.IndexOf("data-leaders=\"nations\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain("runners/77\"", await GetAsync(RacePath + "/nations"), StringComparison.Ordinal);
        Assert.DoesNotContain("runners/77\"", await GetAsync(RacePath + "/teams?rule=nations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nations_add_up_and_those_without_one_are_counted_last()
    {
        var page = await GetAsync(RacePath + "/nations");
        Assert.Contains("2 nations", page, StringComparison.Ordinal);
        Assert.Contains("Not told or not shown", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">All</th>", page, StringComparison.Ordinal);
        Assert.Contains("Nobody is entered in this race yet.", await GetAsync(RelayPath + "/nations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_nations_are_shown_in_pages()
    {
        _host.Meet.Change(meet => meet.Races[0].Nations.AddRange(Enumerable.Range(0, 200).Select(i => new NationStanding { Country = $"X{i:000}", EntryCount = 1 })));
        var first = await GetAsync(RacePath + "/nations");
        Assert.Equal(100, first.Split("<th scope=\"row\">").Length - 1);
        Assert.Contains($"href=\"{RacePath}/nations?from=100\"", first, StringComparison.Ordinal);
        var last = await GetAsync(RacePath + "/nations?from=200");
        Assert.Contains("X199", last, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", last, StringComparison.Ordinal);
        Assert.Contains("X199", await GetAsync(RacePath + "/nations?from=99999"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Awards_show_winners_what_is_open_and_records()
    {
        var page = await GetAsync(RacePath + "/awards");
        foreach (var text in new[] { "still on the course and may change this", "Place 3 still open", "Age groups · Men 40–44", "2 places, by net time", "All 2 places still open", "have an award already: 4", "Course record", "Doe, Jan, 2019", "Broken by" })
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }

        // Divisions that rank the sexes apart have a list of non-binary runners; without a division or winner of theirs it is not shown.
        Assert.DoesNotContain("Non-binary", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Age groups · Men", await GetAsync(RacePath + "/awards?award=men"), StringComparison.Ordinal);
        Assert.Contains("names no awards and no records", await GetAsync(RelayPath + "/awards"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_winners_than_an_answer_holds_are_shown_award_by_award()
    {
        _host.Meet.Change(meet => meet.Races[0].Awards = null);
        Assert.Contains("choose an award above", await GetAsync(RacePath + "/awards"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_award_lists_are_shown_in_pages()
    {
        _host.Meet.Change(meet => meet.Races[0].Awards!.Awards.AddRange(Enumerable.Range(0, 100).Select(i => new AwardList { AwardId = "men", DisplayName = $"Extra {i}", Depth = 1 })));
        Assert.Contains($"href=\"{RacePath}/awards?from=60\"", await GetAsync(RacePath + "/awards"), StringComparison.Ordinal);
        Assert.Contains("Extra 99", await GetAsync(RacePath + "/awards?from=60"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teams_show_scorers_and_which_ones_are_incomplete()
    {
        var page = await GetAsync(RacePath + "/teams");
        foreach (var text in new[] { "2 teams", "times of the first 2 added up", "4:19:45", "<bdi>KEN B</bdi>", "incomplete: 1 of 2" })
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }

        Assert.Contains("3 points", await GetAsync(RacePath + "/teams?rule=clubs"), StringComparison.Ordinal);
        _host.Meet.Change(meet => meet.Races[0].Teams.AddRange(Enumerable.Range(0, 60).Select(i => new TeamStanding { Name = $"Club {i}", Number = 1 })));
        Assert.Contains("Club 59", await GetAsync(RacePath + "/teams?rule=nations&after=50"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relay_legs_show_who_was_fastest()
    {
        var page = await GetAsync(RelayPath + "/legs");
        foreach (var text in new[] { "Leg 1", "Leg 2", "Start to Finish, 10 km · 1 team", "Alpha", "31:40", "—" })
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }

        Assert.Contains("No team was measured at both ends", await GetAsync(RelayPath + "/legs?leg=2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/leaders?at=50k", HttpStatusCode.NotFound)]
    [InlineData("/awards?award=none", HttpStatusCode.NotFound)]
    [InlineData("/teams?rule=none", HttpStatusCode.NotFound)]
    [InlineData("/legs", HttpStatusCode.NotFound)]
    [InlineData("/teams?rule=nations&after=expired", HttpStatusCode.Found)]
    public async Task What_is_not_there_is_said(string path, HttpStatusCode expected)
    {
        using var answer = await _host.Client.GetAsync(RacePath + path, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Race_without_teams_says_so()
    {
        using var answer = await _host.Client.GetAsync(RelayPath + "/teams", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("This race scores no teams.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_viewers_cost_no_more_questions_than_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).SelectMany(_ => new[] { "?at=live", "/leaders", "/nations" }).Select(path => GetAsync(RacePath + path)));

        // A slow machine may let an answer or a tick pass meanwhile; forty viewers are far from it.
        Assert.InRange(_host.Meet.AskedFor("predictions"), 1, 8);
        Assert.InRange(_host.Meet.AskedFor("live"), 1, 8);
        Assert.InRange(_host.Meet.AskedFor("nations"), 1, 8);
    }

    private async Task<string> GetAsync(string path)
    {
        using var answer = await _host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
