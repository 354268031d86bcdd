using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Faults;

public sealed class KillTests(RunningSystems systems)
{
    [Theory]
    [InlineData("registration")]
    [InlineData("timing")]
    [InlineData("results")]
    public async Task Kill_minus_nine_of_a_host_in_the_middle_changes_no_byte(string name)
    {
        using var race = await PacedRace.CreateAsync(systems);
        var system = await systems.GetAsync(SystemShape.SeparateHosts);

        await race.DisturbAsync(system.RacectlArguments, system.Results, async () =>
        {
            await system.Hosts[name].KillAsync();
            await system.Hosts[name].RestartAsync();
        });
    }

    [Theory]
    [InlineData("timing")]
    [InlineData("results")]
    public async Task Kill_minus_nine_of_a_host_in_the_middle_of_an_upload_at_full_speed_changes_no_byte(string name)
    {
        using var race = await PacedRace.CreateAsync(systems, runners: 4_000);
        var system = await systems.GetAsync(SystemShape.SeparateHosts);

        await race.DisturbUploadAsync(system.RacectlArguments, system.Results, async () =>
        {
            await system.Hosts[name].KillAsync();
            await system.Hosts[name].RestartAsync();
        });
    }

    [Fact]
    public async Task Kill_minus_nine_of_the_broker_in_the_middle_changes_no_byte()
    {
        using var race = await PacedRace.CreateAsync(systems);
        var system = await systems.GetAsync(SystemShape.SeparateHosts);

        await race.DisturbAsync(system.RacectlArguments, system.Results, async () =>
        {
            await systems.RabbitMq.KillAsync();
            await systems.RabbitMq.RestartAsync();
        });

        foreach (var (name, host) in system.Hosts)
        {
            await Eventually.TrueAsync(async () => await host.HealthAsync() == System.Net.HttpStatusCode.OK, TimeSpan.FromSeconds(60), () => $"{name}:\n{host.Output}");
        }
    }

    [Fact]
    public async Task Kill_minus_nine_of_AllInOne_in_the_middle_changes_no_byte()
    {
        using var race = await PacedRace.CreateAsync(systems);
        await using var system = await AllInOneSystem.StartAsync();
        var host = system.Hosts["allinone"];

        await race.DisturbAsync(system.RacectlArguments, system.Results, async () =>
        {
            await host.KillAsync();
            await host.RestartAsync();
        });
    }
}
