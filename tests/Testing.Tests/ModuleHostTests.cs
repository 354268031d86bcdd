using Grpc.Health.V1;

namespace RaceSystem.Testing.Tests;

public sealed class ModuleHostTests
{
    [Fact]
    public async Task Serves_pages_health_and_grpc_at_one_address()
    {
        await using var host = await ModuleHost.StartAsync([new EchoModule()]);
        using var http = new HttpClient { BaseAddress = host.BaseAddress };

        Assert.Equal("hello", await http.GetStringAsync("/echo/hello", TestContext.Current.CancellationToken));
        await Eventually.TrueAsync(async () => (await http.GetAsync("/health", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        var health = await new Grpc.Health.V1.Health.HealthClient(host.Channel).CheckAsync(new HealthCheckRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }
}
