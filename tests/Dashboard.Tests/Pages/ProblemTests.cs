using System.Net;
using RaceSystem.Dashboard.Tests.Fakes;

namespace RaceSystem.Dashboard.Tests.Pages;

public sealed class ProblemTests : IAsyncLifetime
{
    private const string MeetPath = $"/meets/{FakeMeet.Id}";
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DashboardHost.StartAsync(FakeWorld.UnderWay());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/meets/unknown", "There is no meet &#x27;unknown&#x27;")]
    [InlineData("/meets/UPPER CASE", "There is no such meet")]
    [InlineData(MeetPath + "/races/unknown", "no such race")]
    [InlineData(MeetPath + "/races/marathon?at=nowhere", "no split ‘nowhere’")]
    [InlineData(MeetPath + "/runners/9999", "no runner with bib 9999")]
    [InlineData(MeetPath + "/runners?bib=", "A bib number has 1 to 16")]
    [InlineData(MeetPath + "/runners?bib=%3Cscript%3E", "A bib number has 1 to 16")]
    [InlineData(MeetPath + "/nothing", "There is no page at this address")]
    [InlineData("/meets/unknown/timing-points", "There is no meet")]
    public async Task What_is_not_there_is_404_with_a_sentence_that_helps(string path, string sentence)
    {
        var (status, page) = await GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("All meets", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "registration")]
    [InlineData(MeetPath, "results")]
    [InlineData(MeetPath + "/races/marathon", "results")]
    [InlineData(MeetPath + "/runners/1", "results")]
    [InlineData(MeetPath + "/timing-points", "timing")]
    public async Task A_service_that_is_away_is_503_and_named(string path, string service)
    {
        _host.Meet.SetAway(service, true);
        var (status, page) = await GetAsync(path);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains($"The {service} service does not answer", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MeetPath + "/races/marathon")]
    [InlineData(MeetPath + "/timing-points")]
    [InlineData(MeetPath)]
    public async Task Registration_away_takes_only_names_from_the_live_pages(string path)
    {
        _host.Meet.SetAway("registration", true);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(path)).Status);
    }

    [Fact]
    public async Task Stream_of_an_unknown_race_is_refused_in_words()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{MeetPath}/races/unknown/live") { Headers = { { "Accept", "text/event-stream" } } };
        using var answer = await _host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
    }

    private async Task<(HttpStatusCode Status, string Page)> GetAsync(string path)
    {
        using var answer = await _host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
