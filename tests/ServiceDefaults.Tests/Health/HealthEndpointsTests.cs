using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RaceSystem.ServiceDefaults.Tests.Health;

public sealed class HealthEndpointsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_lists_each_check_and_hides_its_exception()
    {
        await using var host = await RunningHost.StartAsync(configure: builder => builder.Services.AddHealthChecks()
            .AddCheck("timing-db", () => HealthCheckResult.Unhealthy("does not answer", new InvalidOperationException("Password=hunter2"))));
        using var http = new HttpClient { BaseAddress = host.Address };

        var answer = await http.GetAsync("/health", Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            """{"status":"Unhealthy","checks":{"self":{"status":"Healthy"},"timing-db":{"status":"Unhealthy","description":"does not answer"}}}""",
            await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_host_without_its_database_is_alive_but_not_healthy()
    {
        await using var host = await RunningHost.StartAsync(configure: builder => builder.Services.AddHealthChecks()
            .AddCheck("timing-db", () => HealthCheckResult.Unhealthy()));
        using var http = new HttpClient { BaseAddress = host.Address };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/alive", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/health", Cancel)).StatusCode);
    }
}
