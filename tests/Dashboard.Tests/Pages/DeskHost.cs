using RaceSystem.Dashboard.Tests.Fakes;

namespace RaceSystem.Dashboard.Tests.Pages;

/// <summary>What tests of officials' pages do over and over.</summary>
internal static class DeskHost
{
    public const string Meet = $"/meets/{FakeMeet.Id}";

    public static async Task<string> GetAsync(this DashboardHost host, string path)
    {
        using var answer = await host.Client.GetAsync(Meet + path, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true }, "a proxy could keep the page");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        return page;
    }

    public static Task<HttpResponseMessage> PostAsync(this DashboardHost host, string path, params (string Name, string Value)[] fields) => host.PostAsync(path, "same-origin", fields);

    public static async Task<HttpResponseMessage> PostAsync(this DashboardHost host, string path, string site, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Meet + path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static Task<string> TextAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
