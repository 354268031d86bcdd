using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Tests.Protocols.Emulation;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 7, 13, 48, 0, TimeSpan.Zero);

    public static TheoryData<string> Names => [.. DecoderProtocols.All.Select(protocol => protocol.Name)];

    /// <summary>Reads are made by and by, some more whenever the decoder looks: each arrives, and none before it was made.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task a_decoder_delivers_each_read_and_none_before_it_is_made(string name)
    {
        var protocol = DecoderProtocols.Find(name)!;
        var random = Seed.NextRandom();
        var reads = EmulatedField.Reads(200, protocol.ChipDigits, Start, random.Next(), 10_000, "finish").ToArray();
        var setup = new SessionSetup();
        var made = new MadeByAndBy(reads.Length, random.Next());
        var early = 0;
        setup.Sink.Refuses = batch =>
        {
            Interlocked.Add(ref early, batch.Reads.Count(read => reads.Take(made.Count).All(other => other.TimeMicros != read.TimeMicros)));
            return false;
        };
        var run = new SessionOverSockets(protocol, setup) { CountMade = made.Next, Path = protocol.StreamPath };

        await run.DeliverAsync(reads, EmulatorFaults.None, random.Next());

        Assert.Equal(0, early);
        Assert.Equal(reads.Select(read => read.Chip + read.TimeMicros).Order(StringComparer.Ordinal), setup.Sink.Batches.SelectMany(batch => batch.Reads).Select(read => read.Chip + read.TimeMicros).Distinct().Order(StringComparer.Ordinal));
    }

    private sealed class MadeByAndBy(int all, int seed)
    {
        private readonly Lock _lock = new();
        private readonly Random _random = new(seed);

        public int Count { get; private set; }

        public int Next()
        {
            lock (_lock)
            {
                return Count = Math.Min(all, Count + _random.Next(8));
            }
        }
    }
}
