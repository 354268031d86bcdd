using System.Net;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Health;

public sealed class HostHealthTests(RunningSystems systems)
{
    [Theory]
    [InlineData(SystemShape.AllInOne)]
    [InlineData(SystemShape.SeparateHosts)]
    public async Task Every_host_says_that_it_is_healthy_and_alive(SystemShape shape)
    {
        using var http = new HttpClient();
        foreach (var (name, host) in (await systems.GetAsync(shape)).Hosts)
        {
            foreach (var path in (string[])["/health", "/alive"])
            {
                using var answer = await http.GetAsync(new Uri(host.BaseAddress, path), TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{name}{path}: {answer.StatusCode}\n{host.Output}");
            }
        }
    }

    [Fact]
    public async Task Every_host_ends_by_itself_when_asked()
    {
        await using var system = await SeparateHostsSystem.StartAsync(systems.Postgres, systems.RabbitMq);
        foreach (var (name, host) in system.Hosts)
        {
            var exitCode = await host.StopAsync(TimeSpan.FromSeconds(25));
            Assert.True(exitCode == 0, $"{name} ended with {exitCode}:\n{host.Output}");
        }
    }
}
