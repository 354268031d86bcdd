using System.Net;
using RaceSystem.Testing.Servers;

namespace RaceSystem.ServiceDefaults.Tests.Hosts;

/// <summary>Each host as the process that an operator runs.</summary>
public sealed class HostTests
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(25);

    /// <summary>Servers that are away: nothing listens on port 1.</summary>
    private static readonly Dictionary<string, string?> Away = new()
    {
        ["ConnectionStrings__messaging"] = "amqp://guest:guest@127.0.0.1:1",
        ["ConnectionStrings__registration-db"] = "Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2",
        ["ConnectionStrings__timing-db"] = "Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2",
        ["ConnectionStrings__results-db"] = "Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2",
        ["services__registration__http__0"] = "http://127.0.0.1:1",
        ["services__timing__http__0"] = "http://127.0.0.1:1",
        ["services__results__http__0"] = "http://127.0.0.1:1",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Registration", "ConnectionStrings__messaging", "ConnectionStrings__registration-db")]
    [InlineData("Timing", "ConnectionStrings__messaging", "ConnectionStrings__timing-db")]
    [InlineData("Results", "ConnectionStrings__messaging", "ConnectionStrings__results-db")]
    public async Task Without_its_settings_a_host_names_each_and_ends_with_code_1(string service, params string[] names)
    {
        var output = await RefusedStartAsync($"services/{service}/Host", new Dictionary<string, string?>());

        Assert.All(names, name => Assert.Contains(name, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_setting_that_cannot_be_read_is_named_and_not_shown()
    {
        var settings = new Dictionary<string, string?>(Away) { ["ConnectionStrings__timing-db"] = "Host=x;Password=hunter2;Nonsense=1" };

        var output = await RefusedStartAsync("services/Timing/Host", settings);

        Assert.Contains("ConnectionStrings__timing-db", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Registration", HttpStatusCode.ServiceUnavailable)]
    [InlineData("Timing", HttpStatusCode.ServiceUnavailable)]
    [InlineData("Results", HttpStatusCode.ServiceUnavailable)]
    [InlineData("Dashboard", HttpStatusCode.OK)] // has no server of its own; its pages say what is away
    public async Task With_its_servers_away_a_host_lives_and_ends_cleanly_when_told(string service, HttpStatusCode health)
    {
        var settings = service == "Dashboard" ? Away.Where(setting => setting.Key.StartsWith("services__", StringComparison.Ordinal)).ToDictionary() : Away;
        await using var host = await HostProcess.StartAsync($"services/{service}/Host", settings, healthy: false);
        using var http = new HttpClient { BaseAddress = host.BaseAddress };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/alive", Cancel)).StatusCode);
        Assert.Equal(health, await host.HealthAsync());
        Assert.Equal(0, await host.StopAsync(StopLimit));
    }

    /// <summary>What a host says that must end with code 1; one that starts all the same is stopped.</summary>
    private static async Task<string> RefusedStartAsync(string project, Dictionary<string, string?> settings)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var host = await HostProcess.StartAsync(project, settings, healthy: false);
        });
        Assert.Contains("ended with 1:", failure.Message, StringComparison.Ordinal);
        return failure.Message;
    }
}
