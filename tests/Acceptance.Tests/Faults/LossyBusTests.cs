using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Acceptance.Tests.Systems;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Acceptance.Tests.Faults;

public sealed class LossyBusTests(RunningSystems systems)
{
    [Theory]
    [InlineData(10)]
    [InlineData(1)]
    public async Task A_bus_that_loses_messages_changes_no_byte(int oneIn)
    {
        using var race = await PacedRace.CreateAsync(systems);
        var bus = new LostMessages(oneIn);
        await using var system = await InProcessSystem.StartAsync(systems, services => services.AddSingleton<IChangePublishFilter>(bus));

        await race.RunAsync(system.RacectlArguments);

        Assert.True(bus.Lost > 0, $"No message was lost of {bus.Seen}: the test tested nothing.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{bus.Lost} of {bus.Seen} messages lost");
    }
}
