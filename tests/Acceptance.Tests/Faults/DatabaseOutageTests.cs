using System.Net;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Faults;

public sealed class DatabaseOutageTests(RunningSystems systems)
{
    [Fact]
    public async Task A_database_that_goes_away_in_the_middle_makes_hosts_unhealthy_and_changes_no_byte()
    {
        using var race = await PacedRace.CreateAsync(systems);
        await using var postgres = new PostgresFixture();
        await using var system = await SeparateHostsSystem.StartAsync(postgres, systems.RabbitMq);

        await race.DisturbAsync(system.RacectlArguments, system.Results, async () =>
        {
            await postgres.KillAsync();
            await BecomesAsync(system.Hosts["timing"], HttpStatusCode.ServiceUnavailable);
            await postgres.RestartAsync();
            await BecomesAsync(system.Hosts["timing"], HttpStatusCode.OK);
        });
    }

    [Theory]
    [InlineData("Registration")]
    [InlineData("Timing")]
    [InlineData("Results")]
    public async Task A_host_waits_unhealthy_for_a_database_that_is_away_at_start(string service)
    {
        await using var postgres = new PostgresFixture();
        var environment = await SeparateHostsSystem.EnvironmentAsync(postgres, systems.RabbitMq);
        await postgres.KillAsync();

        await using var host = await HostProcess.StartAsync($"services/{service}/Host", environment, healthy: false);
        await BecomesAsync(host, HttpStatusCode.ServiceUnavailable);

        await postgres.RestartAsync();
        await BecomesAsync(host, HttpStatusCode.OK);
    }

    private static Task BecomesAsync(HostProcess host, HttpStatusCode status) =>
        Eventually.TrueAsync(async () => await host.HealthAsync() == status, TimeSpan.FromSeconds(30), () => $"{status} expected\n{host.Output}");
}
