using System.Net;
using RaceSystem.Dashboard.Tests.Fakes;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Pages;

public sealed class PublishPageTests : IAsyncLifetime
{
    private const string Path = "/races/marathon/publish";
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await DashboardHost.StartAsync(FakeWorld.UnderWay());
        _host.Meet.Change(meet =>
        {
            meet.Desk.Items.Add(new CheckItem { ItemId = "anomaly-1", Kind = CheckItemKind.AnomalyOpen, Message = "Bib 4 started late." });
            meet.Desk.Items.Add(new CheckItem { ItemId = "on-course-2", Kind = CheckItemKind.RunnersOnCourse, Blocking = true, Message = "6 runners are on the course.", Bibs = { "2", "3" }, BibCount = 6 });
        });
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_blocks_comes_first_with_a_box_to_accept_it()
    {
        var page = await _host.GetAsync(Path);
        Assert.Contains("2 open, 1 in the way of official results", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("6 runners are on", StringComparison.Ordinal) < page.IndexOf("Bib 4 started late", StringComparison.Ordinal));
        Assert.Contains("and 4 more", page, StringComparison.Ordinal);
        Assert.Contains("name=\"accepted\" value=\"on-course-2\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"anomaly-1\"", page, StringComparison.Ordinal);
        Assert.Contains("Publish as provisional", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Publish as official", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_follow_each_other_and_what_blocks_must_be_accepted()
    {
        using var provisional = await PublishAsync("provisional");
        Assert.Equal(HttpStatusCode.SeeOther, provisional.StatusCode);
        Assert.Contains("Version 1 is published: provisional.", await _host.GetAsync(Path + "?published=1"), StringComparison.Ordinal);

        using var refused = await PublishAsync("official");
        var page = await refused.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("1 open item blocks it", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Kim\"", page, StringComparison.Ordinal); // stays filled in
        Assert.Single(_host.Meet.Desk.Versions);

        using var official = await PublishAsync("official", ("accepted", "on-course-2"));
        Assert.Equal(HttpStatusCode.SeeOther, official.StatusCode);
        Assert.Equal(["on-course-2"], _host.Meet.Desk.Versions[1].AcceptedItemIds);
        var diff = await _host.GetAsync(Path + "/diff");
        Assert.Contains("Version 1 to 2", diff, StringComparison.Ordinal);
        Assert.Matches("(?s)official time.*2:09:45</del>.*none</ins>", diff);
        Assert.Matches("(?s)Half.*gun time 1:05:00.5", diff);
    }

    [Fact]
    public async Task Versions_and_exports_are_handed_on_as_files()
    {
        using var unknown = await _host.Client.GetAsync(DeskHost.Meet + Path + "/document?version=1", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var provisional = await PublishAsync("provisional");
        using var document = await _host.Client.GetAsync(DeskHost.Meet + Path + "/document?version=1", TestContext.Current.CancellationToken);
        Assert.Equal("{\"header\":1}\n", await document.TextAsync());
        Assert.Equal($"{FakeMeet.Id}-marathon-v1.jsonl", document.Content.Headers.ContentDisposition?.FileName);
        using var csv = await _host.Client.GetAsync(DeskHost.Meet + Path + "/files/csv?version=1", TestContext.Current.CancellationToken);
        Assert.Equal("bib,Csv,1\n", await csv.TextAsync());
        Assert.Equal(("text/csv", "marathon.csv"), (csv.Content.Headers.ContentType?.MediaType, csv.Content.Headers.ContentDisposition?.FileName));
        using var nonsense = await _host.Client.GetAsync(DeskHost.Meet + Path + "/files/exe", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, nonsense.StatusCode);
    }

    [Fact]
    public async Task A_race_without_versions_has_nothing_to_compare() =>
        Assert.Contains("There are no two versions yet", await _host.GetAsync(Path + "/diff"), StringComparison.Ordinal);

    private Task<HttpResponseMessage> PublishAsync(string state, params (string, string)[] more) =>
        _host.PostAsync(Path, [("state", state), ("published_by", "Kim"), ("request", $"{Guid.NewGuid():n}"), .. more]);
}
