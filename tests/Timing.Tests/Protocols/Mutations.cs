namespace RaceSystem.Timing.Tests.Protocols;

/// <summary>Makes broken input out of good samples: flips, cuts, splices, repetitions, insertions and numbers that are too large.</summary>
public sealed class Mutations(IReadOnlyList<byte[]> samples, Random random)
{
    private const int LongestInput = 32 * 1024;
    private static readonly byte[] Telling = [0, 9, 10, 13, (byte)' ', (byte)'"', (byte)'#', (byte)'$', (byte)',', (byte)'-', (byte)'0', (byte)'9', (byte)':', (byte)';', (byte)'=', (byte)'@', (byte)'{', (byte)'|', (byte)'}', (byte)'~', 127, 128, 255];

    /// <summary>A sample after 1 to 8 mutations.</summary>
    public byte[] Next()
    {
        var bytes = new List<byte>(Sample());
        for (var rest = random.Next(1, 9); rest > 0; rest--)
        {
            Mutate(bytes);
            if (bytes.Count > LongestInput)
            {
                bytes.RemoveRange(LongestInput, bytes.Count - LongestInput);
            }
        }

        return [.. bytes];
    }

    private byte[] Sample() => samples[random.Next(samples.Count)];

    private void Mutate(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var length = random.Next(Math.Min(64, bytes.Count - at) + 1);
        switch (random.Next(9))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.InsertRange(at, Sample());
                break;
            case 5:
                var part = bytes.GetRange(at, length);
                bytes.InsertRange(at, Enumerable.Repeat(part, random.Next(1, 20)).SelectMany(copy => copy));
                break;
            case 6:
                bytes.Insert(at, Telling[random.Next(Telling.Length)]);
                break;
            case 7:
                bytes.InsertRange(at, Enumerable.Repeat((byte)('0' + random.Next(10)), random.Next(1, 40)));
                break;
            default:
                bytes.InsertRange(at, Enumerable.Repeat(Telling[random.Next(Telling.Length)], random.Next(1, 2_000)));
                break;
        }
    }
}
