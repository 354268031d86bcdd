using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Tests.Protocols;

/// <summary>Made-up reads for emulators.</summary>
public static class EmulatedField
{
    /// <summary>All faults, mild enough for a test of a second.</summary>
    public static readonly EmulatorFaults AllFaults = new(TimeSpan.FromMilliseconds(2), 0.05, TimeSpan.FromMilliseconds(2), 0.1, 0.1);

    /// <summary>Reads of made-up hexadecimal chips (first digit not 0), each a little later than the one before; no two are the same.</summary>
    /// <param name="count">How many.</param>
    /// <param name="chipDigits">Length of a chip code.</param>
    /// <param name="start">Time of the first.</param>
    /// <param name="seed">Decides them.</param>
    /// <param name="resolutionMicros">Times are whole multiples.</param>
    /// <param name="locations">Where they are made, by turns at random.</param>
    public static IReadOnlyList<EmulatedRead> Reads(
        int count, int chipDigits, DateTimeOffset start, int seed, long resolutionMicros, params string[] locations)
    {
        const string Digits = "123456789ABCDEF0";
        var random = new Random(seed);
        var micros = Instant.From(start).Micros / resolutionMicros * resolutionMicros;
        var reads = new EmulatedRead[count];
        for (var index = 0; index < count; index++)
        {
            var chip = string.Concat(Enumerable.Range(0, chipDigits).Select(digit => Digits[random.Next(digit == 0 ? 15 : 16)]));
            micros += random.Next(1, 200) * resolutionMicros;
            reads[index] = new(locations[random.Next(locations.Length)], chip, micros, (short)random.Next(-80, -30), (ushort)random.Next(1, 5));
        }

        return reads;
    }
}
