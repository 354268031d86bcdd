using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Tests.Protocols;

/// <summary>What every protocol owes: each read of its emulator arrives, whatever the line does, and nothing else does.</summary>
public static class Conformance
{
    /// <summary>
    /// Delivers over loopback sockets with the faults and holds the set of (location, chip, time) that was stored against
    /// the one sent. Returns the run for further assertions.
    /// </summary>
    public static async Task<SessionOverSockets> DeliversEveryReadAsync(
        DecoderProtocol protocol, SessionSetup setup, IReadOnlyList<EmulatedRead> reads, EmulatorFaults faults, int seed, string path = "/", bool hasLocations = true)
    {
        var run = new SessionOverSockets(protocol, setup) { Path = path };
        await run.DeliverAsync(reads, faults, seed);
        var sent = reads.Select(read => (hasLocations ? read.Location : "", read.Chip, read.TimeMicros)).ToHashSet();
        var stored = setup.Sink.Batches
            .SelectMany(batch => batch.Reads.Select(read => (hasLocations ? batch.Location : "", read.Chip, read.TimeMicros))).ToHashSet();
        Assert.Empty(sent.Except(stored).Take(5));
        Assert.Empty(stored.Except(sent).Take(5));
        return run;
    }
}
