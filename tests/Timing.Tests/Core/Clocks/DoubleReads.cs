using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Tests.Core.Clocks;

/// <summary>
/// Chips that two devices at one point read, drawn from a generator: the true crossing, and reads about it, each off by its own jitter. The
/// reference's clock is right, the device's is not.
/// </summary>
internal sealed record DoubleReads
{
    internal const long Start = 1_743_897_600_000_000;

    internal const int Device = 1;

    private const int Reference = 0;

    internal int Chips { get; init; } = 200;

    internal double Hours { get; init; } = 5;

    internal int ReadsEach { get; init; } = 5;

    /// <summary>Every read lies within this of the crossing, evenly spread, when positive.</summary>
    internal double JitterMicros { get; init; } = 100_000;

    /// <summary>The jitter as a normal deviation instead.</summary>
    internal bool Normal { get; init; }

    /// <summary>To add to the device's clock at the start.</summary>
    internal long OffsetMicros { get; init; } = 1_500_000;

    internal double DriftPpm { get; init; } = 20;

    /// <summary>Crossings that one of the devices did not see, but something else instead, at any time of the race.</summary>
    internal double Outliers { get; init; }

    internal int Laps { get; init; } = 1;

    /// <summary>What is to be added to a device time, in truth.</summary>
    internal long TruthAt(long deviceMicros) => OffsetMicros + (long)(DriftPpm / 1e6 * (deviceMicros - Start));

    internal List<ChipCrossings> Draw(Random random)
    {
        var chips = new List<ChipCrossings>();
        for (var chip = 0; chip < Chips; chip++)
        {
            var reads = new List<Read>();
            var micros = (long)(Hours * 3_600e6);
            var first = (long)(random.NextDouble() * micros / Laps);
            for (var lap = 0; lap < Laps; lap++)
            {
                var crossing = Start + first + (lap * (micros / Laps)) + (lap == 0 ? 0 : random.NextInt64(-200_000_000, 200_000_000));
                var strayed = random.NextDouble() < Outliers;
                var seen = strayed ? Start + random.NextInt64(micros) : crossing;
                var deviceFirst = random.Next(2) == 0;
                AddReads(reads, deviceFirst ? seen : crossing, Device, random);
                AddReads(reads, deviceFirst ? crossing : seen, Reference, random);
            }

            reads.Sort((left, right) => left.CompareTo(right));
            var (device, reference) = (new List<Crossing>(), new List<Crossing>());
            CrossingFinder.Find([.. reads], Device, time => time, 5_000_000, device);
            CrossingFinder.Find([.. reads], Reference, time => time, 5_000_000, reference);
            chips.Add(new ChipCrossings(device, reference));
        }

        return chips;
    }

    /// <summary>The largest error of an estimate between two device times, microseconds.</summary>
    internal long LargestError(ClockEstimate estimate) =>
        Math.Max(ErrorAt(estimate, Start - OffsetMicros), ErrorAt(estimate, Start - OffsetMicros + (long)(Hours * 3_600e6)));

    internal long ErrorAt(ClockEstimate estimate, long deviceMicros) => Math.Abs(estimate.OffsetAt(deviceMicros) - TruthAt(deviceMicros));

    private void AddReads(List<Read> reads, long crossing, int device, Random random)
    {
        for (var i = 0; i < ReadsEach; i++)
        {
            var time = crossing + (long)(JitterMicros * (Normal ? Gaussian(random) : (random.NextDouble() * 2) - 1));
            reads.Add(new Read(device == Device ? DeviceTimeOf(time) : time, (ushort)device, 0, 1));
        }
    }

    /// <summary>Solves t + truth(t) = time.</summary>
    private long DeviceTimeOf(long time) => Start + (long)Math.Round((time - OffsetMicros - Start) / (1 + (DriftPpm / 1e6)));

    internal static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
