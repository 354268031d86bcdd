using System.Net;
using RaceSystem.Dashboard.Tests.Fakes;

namespace RaceSystem.Dashboard.Tests.Pages;

public sealed class ControlPageTests : IAsyncLifetime
{
    private const string Path = $"/meets/{FakeMeet.Id}/control";
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await DashboardHost.StartAsync(FakeWorld.UnderWay());
        _host.Meet.Change(meet => meet.Alarms.Add(FakeWorld.SilentBackup.Clone()));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Alarms_and_devices_are_on_the_page_which_no_proxy_keeps()
    {
        using var answer = await _host.Client.GetAsync(Path, TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("1 alarm, 1 not seen yet", page, StringComparison.Ordinal);
        Assert.Contains("Backup reads nothing while 14 runners passed", page, StringComparison.Ordinal);
        Assert.Contains("4,200 since 09:00:00", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_form_of_another_site_acknowledges_nothing(string header, string value)
    {
        using var answer = await PostAsync(new() { ["who"] = "Ri", ["alarm"] = "a-1" }, header, value);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("", _host.Meet.Alarms[0].AcknowledgedBy);
    }

    [Fact]
    public async Task The_own_form_acknowledges_and_leads_back()
    {
        using var answer = await PostAsync(new() { ["who"] = " Ri <b> ", ["alarm"] = "a-1" }, "Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(Path, answer.Headers.Location?.OriginalString);
        Assert.Equal("Ri <b>", _host.Meet.Alarms[0].AcknowledgedBy);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("", "a-1", HttpStatusCode.BadRequest)]
    [InlineData("long", "a-1", HttpStatusCode.BadRequest)]
    [InlineData("Ri", "other", HttpStatusCode.NotFound)]
    public async Task Nonsense_is_refused_on_a_page(string who, string alarm, HttpStatusCode expected)
    {
        using var answer = await PostAsync(new() { ["who"] = who == "long" ? new string('x', 101) : who, ["alarm"] = alarm }, "Sec-Fetch-Site", "same-origin");
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_body_that_is_no_form_or_too_long_is_refused()
    {
        using var json = await _host.Client.PostAsync($"{Path}/acknowledgements", new StringContent("{}", null, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
        using var large = await PostAsync(new() { ["who"] = new string('x', 10_000), ["alarm"] = "a-1" }, "Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.BadRequest, large.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(Dictionary<string, string> form, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/acknowledgements") { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation(header, value);
        return await _host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
