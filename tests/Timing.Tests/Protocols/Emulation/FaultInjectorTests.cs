using RaceSystem.Testing;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Tests.Protocols.Emulation;

public sealed class FaultInjectorTests
{
    [Fact]
    public void the_same_seed_decides_the_same_faults()
    {
        var seed = Seed.Next();
        Assert.Equal(Decisions(seed), Decisions(seed));
    }

    [Fact]
    public void faults_come_about_as_often_as_they_are_asked_for_and_never_when_not()
    {
        var faults = new FaultInjector(EmulatedField.AllFaults, Seed.Next(), TimeProvider.System);
        var none = new FaultInjector(EmulatorFaults.None, Seed.Next(), TimeProvider.System);
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => faults.ComesTwice()), 800, 1_200);
        Assert.InRange(Enumerable.Range(0, 1_000).Count(_ => faults.BreaksNow()), 10, 90);
        Assert.DoesNotContain(true, Enumerable.Range(0, 1_000).Select(_ => none.BreaksNow() || none.ComesTwice() || none.IsPrecededByGarbage()));
        Assert.True(none.BeLateAsync(CancellationToken.None).IsCompleted);
    }

    [Fact]
    public void a_line_breaks_at_most_a_hundred_times_so_that_an_emulator_comes_to_its_end()
    {
        var faults = new FaultInjector(EmulatedField.AllFaults with { DisconnectShare = 1 }, Seed.Next(), TimeProvider.System);
        Assert.Equal(100, Enumerable.Range(0, 1_000).Count(_ => faults.BreaksNow()));
    }

    [Fact]
    public void garbage_holds_no_delimiter()
    {
        var faults = new FaultInjector(EmulatedField.AllFaults, Seed.Next(), TimeProvider.System);
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.DoesNotContain(faults.TextGarbage("$@"), character => character is '$' or '@'));
    }

    private static List<string> Decisions(int seed)
    {
        var faults = new FaultInjector(EmulatedField.AllFaults, seed, TimeProvider.System);
        return [.. Enumerable.Range(0, 100).Select(_ => $"{faults.BreaksNow()} {faults.ComesTwice()} {faults.IsPrecededByGarbage()} {faults.TextGarbage()}")];
    }
}
