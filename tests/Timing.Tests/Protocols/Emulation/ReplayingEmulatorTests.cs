using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Tests.Protocols.Emulation;

public sealed class ReplayingEmulatorTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 7, 13, 48, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("ipico")]
    [InlineData("ultra")]
    [InlineData("wiclax")]
    public async Task reads_that_are_not_in_the_order_of_their_times_arrive_too(string name)
    {
        var protocol = DecoderProtocols.Find(name)!;
        var random = Seed.NextRandom();
        var reads = EmulatedField.Reads(300, protocol.ChipDigits, Start, random.Next(), 10_000, "")
            .Select((read, index) => (Read: read, Delivered: index + random.Next(20))).OrderBy(pair => pair.Delivered).Select(pair => pair.Read).ToArray();
        var run = await Conformance.DeliversEveryReadAsync(protocol, new SessionSetup(), reads, EmulatedField.AllFaults, random.Next());
        Assert.True(run.Sessions > 1, "the line broke");
    }
}
