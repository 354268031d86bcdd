using System.Net;
using System.Net.Http.Headers;
using RaceSystem.Dashboard.Service.Assets;
using RaceSystem.Dashboard.Tests.Fakes;

namespace RaceSystem.Dashboard.Tests.Pages;

public sealed class AssetTests : IAsyncLifetime
{
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DashboardHost.StartAsync(FakeWorld.Create());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public static TheoryData<string, string> Files => new()
    {
        { PageAssets.Style.Href, "text/css" },
        { PageAssets.Script.Href, "text/javascript" },
        { PageAssets.Icon.Href, "image/svg+xml" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Files_are_kept_for_ever_under_the_address_of_their_content(string path, string type)
    {
        using var answer = await _host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
        Assert.StartsWith("/_content/RaceSystem.Dashboard.Service/", path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_its_version_is_asked_for_again_and_not_sent_twice()
    {
        var path = PageAssets.Style.Href.Split('?')[0];
        using var first = await _host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.True(first.Headers.CacheControl?.NoCache);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var answer = await _host.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory]
    [InlineData("/_content/RaceSystem.Dashboard.Service/nothing.js")]
    [InlineData("/_content/RaceSystem.Dashboard.Service/..%2Fsecret")]
    public async Task Other_files_are_not_there(string path)
    {
        using var answer = await _host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
