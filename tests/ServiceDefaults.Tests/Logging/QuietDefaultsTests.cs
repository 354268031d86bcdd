using Microsoft.Extensions.Logging;

namespace RaceSystem.ServiceDefaults.Tests.Logging;

public sealed class QuietDefaultsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_leaves_no_line()
    {
        await using var host = await RunningHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        var before = host.Logs.Lines.Count;

        await http.GetAsync("/seen", Cancel);

        Assert.Equal(before, host.Logs.Lines.Count);
    }

    [Fact]
    public async Task Configuration_goes_over_the_defaults()
    {
        await using var host = await RunningHost.StartAsync(new Dictionary<string, string?> { ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information" });
        using var http = new HttpClient { BaseAddress = host.Address };

        await http.GetAsync("/seen", Cancel);

        Assert.Contains(host.Logs.Lines, line => line.Level == LogLevel.Information && line.Text.Contains("/seen", StringComparison.Ordinal));
    }
}
