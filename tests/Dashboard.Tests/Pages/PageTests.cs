using System.Net;
using RaceSystem.Dashboard.Tests.Fakes;

namespace RaceSystem.Dashboard.Tests.Pages;

public sealed class PageTests : IAsyncLifetime
{
    private const string MeetPath = $"/meets/{FakeMeet.Id}";
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DashboardHost.StartAsync(FakeWorld.UnderWay());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Home_lists_the_meets_the_newest_first()
    {
        var page = await GetAsync("/");
        Assert.Contains("Pyongyang International Marathon", page, StringComparison.Ordinal);
        Assert.Contains("Sunday 6 April 2025", page, StringComparison.Ordinal);
        Assert.Contains("Asia/Pyongyang (UTC&#x2B;09:00)", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Pyongyang International", StringComparison.Ordinal) < page.IndexOf("An older meet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Meet_shows_its_races_with_counts_and_gun_in_the_venues_time()
    {
        var page = await GetAsync(MeetPath);
        Assert.Contains("data-count=\"marathon.entries\">127<", page, StringComparison.Ordinal);
        Assert.Contains("data-count=\"marathon.finished\">1<", page, StringComparison.Ordinal);
        Assert.Contains("gun 09:00:00", page, StringComparison.Ordinal);
        Assert.Contains("planned start 09:00:00", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Race_shows_live_order_while_runners_are_on_the_course()
    {
        var page = await GetAsync($"{MeetPath}/races/marathon");
        Assert.Contains("Live order · All", page, StringComparison.Ordinal);
        Assert.Contains("리강범", page, StringComparison.Ordinal);
        Assert.Contains("ትዕግስት", page, StringComparison.Ordinal);
        Assert.Contains("2:09:45", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?at=10k", 7)]
    [InlineData("?at=10k&sex=men", 4)]
    [InlineData("?at=10k&sex=women", 3)]
    [InlineData("?at=10k&division=M40", 2)]
    [InlineData("?at=half", 4)]
    [InlineData("?at=finish", 1)]
    [InlineData("?at=finish&sex=women", 0)]
    [InlineData("?at=live&sex=women", 3)]
    public async Task Race_shows_the_chosen_group_at_the_chosen_point(string query, int rows)
    {
        var page = await GetAsync($"{MeetPath}/races/marathon{query}");
        Assert.Equal(rows, page.Split("<tr data-id=\"e-").Length - 1);
    }

    [Fact]
    public async Task Hostile_names_are_text()
    {
        foreach (var path in new[] { $"{MeetPath}/races/marathon?at=10k", $"{MeetPath}/races/marathon/list?at=10k", $"{MeetPath}/runners/6" })
        {
            var page = await GetAsync(path);
            Assert.DoesNotContain("<script>document", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;document", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Complete_list_pages_through_all_runners()
    {
        _host.Meet.Change(meet =>
        {
            foreach (var (runner, index) in meet.Races[0].Runners.Select((runner, index) => (runner, index)))
            {
                runner.Passed["finish"] = 7_800 + (index * 9.5);
            }

            meet.Races[0].Runners.AddRange(Enumerable.Range(1000, 200).Select(number =>
                new FakeRunner($"{number}", $"Late {number}", Registration.V1.Sex.Male, "FRA", "MSEN") { Passed = { ["finish"] = 10_000 + number } }));
        });
        var first = await GetAsync($"{MeetPath}/races/marathon/list?at=finish");
        Assert.Contains("327 in all", first, StringComparison.Ordinal);
        Assert.Contains("after=250", first, StringComparison.Ordinal);
        var second = await GetAsync($"{MeetPath}/races/marathon/list?at=finish&after=250");
        Assert.Equal(77, second.Split("<tr data-id=\"e-").Length - 1);
        Assert.Contains("Late 1199", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("tooLong")]
    public async Task A_list_that_is_not_kept_any_more_begins_anew(string token)
    {
        var after = token == "tooLong" ? new string('x', 600) : token;
        using var answer = await _host.Client.GetAsync($"{MeetPath}/races/marathon/list?at=10k&after={after}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal($"{MeetPath}/races/marathon/list?at=10k", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Runner_shows_splits_pace_and_places_and_says_what_was_not_measured()
    {
        var page = await GetAsync($"{MeetPath}/runners/1");
        Assert.Contains("not measured", page, StringComparison.Ordinal); // 30 km
        Assert.Contains("since Half", page, StringComparison.Ordinal);
        Assert.Contains("3:03", page, StringComparison.Ordinal); // 10 km in 1829.5 s net
        Assert.Contains("2:09:45", page, StringComparison.Ordinal);
        Assert.Contains("11:09:44", page, StringComparison.Ordinal); // time of day in Pyongyang
    }

    [Fact]
    public async Task Runner_on_the_way_shows_the_time_and_place_at_the_last_point()
    {
        var page = await GetAsync($"{MeetPath}/runners/2");
        Assert.Contains("<dt>At Half</dt><dd>1:05:42</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Overall</dt><dd>2</dd>", page, StringComparison.Ordinal);
        Assert.Contains("On course", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_sent_compressed_and_event_streams_are_not()
    {
        foreach (var (path, encoding) in new[] { ($"{MeetPath}/races/marathon", "br"), ($"{MeetPath}/races/marathon/live", "") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
            using var answer = await _host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal(encoding, string.Join(',', answer.Content.Headers.ContentEncoding.Where(name => name != "identity")));
        }
    }

    [Fact]
    public async Task Search_by_bib_leads_to_the_runner()
    {
        using var answer = await _host.Client.GetAsync($"{MeetPath}/runners?bib=%20F102", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal($"{MeetPath}/runners/F102", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Timing_points_show_reads_passings_and_devices()
    {
        var page = await GetAsync($"{MeetPath}/timing-points");
        Assert.Contains("Stadium start and finish", page, StringComparison.Ordinal);
        Assert.Contains("52,110", page, StringComparison.Ordinal);
        Assert.Contains("4,733", page, StringComparison.Ordinal);
        Assert.Contains("09:03:00", page, StringComparison.Ordinal);
        Assert.Contains("1 of 2", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_allow_no_inline_script_and_name_nothing_of_another_host()
    {
        foreach (var path in new[] { "/", MeetPath, $"{MeetPath}/races/marathon", $"{MeetPath}/races/marathon/list", $"{MeetPath}/races/marathon/leaders", $"{MeetPath}/races/marathon/nations", $"{MeetPath}/races/marathon/awards", $"{MeetPath}/runners/1", $"{MeetPath}/timing-points" })
        {
            using var answer = await _host.Client.GetAsync(path, TestContext.Current.CancellationToken);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
            Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("&amp;amp;", page, StringComparison.Ordinal);
        }
    }

    private async Task<string> GetAsync(string path)
    {
        using var answer = await _host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
