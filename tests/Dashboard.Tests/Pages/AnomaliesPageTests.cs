using System.Net;
using RaceSystem.Dashboard.Tests.Fakes;

namespace RaceSystem.Dashboard.Tests.Pages;

public sealed class AnomaliesPageTests : IAsyncLifetime
{
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await DashboardHost.StartAsync(FakeWorld.UnderWay());
        _host.Meet.Change(meet => meet.Desk.AddAnomalies());
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Open_ones_come_first_by_severity_with_evidence_and_suggestions()
    {
        var page = await _host.GetAsync("/anomalies");
        Assert.Contains("2 open", page, StringComparison.Ordinal);
        Assert.Contains("swapped &lt;b&gt;.", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("swapped-bibs-1", StringComparison.Ordinal) < page.IndexOf("unknown-chip-7", StringComparison.Ordinal));
        Assert.DoesNotContain("late-start-3", page, StringComparison.Ordinal);
        Assert.Contains("Stadium start and finish · bib 1 · chip AA1 · read with the wave of bib 2", page, StringComparison.Ordinal);
        Assert.Contains("/decisions/new?anomaly=swapped-bibs-1&amp;suggestion=0\">Bib 1: Swapped bibs with 2<", page, StringComparison.Ordinal);
        Assert.Contains($"{DeskHost.Meet}/runners/2\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?kind=unknown-chip", "unknown-chip-7", "swapped-bibs-1")]
    [InlineData("?severity=severe", "swapped-bibs-1", "unknown-chip-7")]
    [InlineData("?race=marathon", "swapped-bibs-1", "unknown-chip-7")]
    [InlineData("?state=settled", "late-start-3", "swapped-bibs-1")]
    [InlineData("?state=all", "late-start-3", "nothing-else")]
    public async Task Filters_leave_the_others_out(string query, string there, string gone)
    {
        var page = await _host.GetAsync("/anomalies" + query);
        Assert.Contains($"id=\"{there}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"id=\"{gone}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suggestion_fills_the_form_in()
    {
        var page = await _host.GetAsync("/decisions/new?anomaly=swapped-bibs-1&suggestion=0");
        Assert.Contains("name=\"other\" value=\"2\"", page, StringComparison.Ordinal);
        Assert.Contains("They wore each other&#x27;s bib.", page, StringComparison.Ordinal);
        Assert.Contains("리강범", page, StringComparison.Ordinal); // who bib 1 is
        var dismissal = await _host.GetAsync("/decisions/new?anomaly=unknown-chip-7&kind=dismiss");
        Assert.Contains("value=\"unknown-chip-7\"", dismissal, StringComparison.Ordinal);
        var chip = await _host.GetAsync("/decisions/new?anomaly=unknown-chip-7&kind=chip");
        Assert.Contains("name=\"chip\" value=\"ZZ9\"", chip, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anomaly_that_is_gone_says_so()
    {
        using var answer = await _host.Client.GetAsync($"{DeskHost.Meet}/decisions/new?anomaly=swapped-bibs-99&suggestion=0", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("not there any more", await answer.TextAsync(), StringComparison.Ordinal);
    }
}
