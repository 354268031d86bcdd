using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Replay;

/// <summary>
/// Makes the reads of one device in the order in which they are sent, a few at a time: only reads that a later
/// crossing could still overtake are held.
/// </summary>
internal sealed class ReadSource(DevicePlan device, int deviceNumber, ReadNoise noise)
{
    /// <summary>The reads of one crossing lie within this.</summary>
    public const long CrossingSpanUs = 400_000;

    // What a read says must not depend on the seed: then every seed sends the same set.
    private const int ContentSeed = 0;
    private const int Offset = 1;
    private const int Strength = 2;
    private const int Repeat = 3;
    private const int Lateness = 4;

    private readonly bool _isLast = device.TimeRule == TimeRule.Last;
    private readonly double _shuffleUs = noise.Shuffle.TotalMicroseconds;

    public IEnumerable<DeliveredRead> Reads()
    {
        var held = new PriorityQueue<DeliveredRead, DeliveredRead>();
        foreach (var crossing in device.Crossings)
        {
            var earliest = _isLast ? crossing.TimeUs - CrossingSpanUs : crossing.TimeUs;
            while (held.TryPeek(out var read, out _) && read.DeliveryUs < earliest)
            {
                yield return held.Dequeue();
            }

            Hold(crossing, held);
        }

        while (held.TryDequeue(out var read, out _))
        {
            yield return read;
        }
    }

    private void Hold(Crossing crossing, PriorityQueue<DeliveredRead, DeliveredRead> held)
    {
        for (var number = 0; number < noise.ReadsPerCrossing; number++)
        {
            var read = Read(crossing, number);
            held.Enqueue(read, read);
            if (noise.DuplicateShare > 0 && ReadHash.Fraction(Hash(noise.Seed, read, Repeat)) < noise.DuplicateShare)
            {
                var copy = Late(read with { Copy = 1 });
                held.Enqueue(copy, copy);
            }
        }
    }

    private DeliveredRead Read(Crossing crossing, int number)
    {
        var read = new DeliveredRead(0, crossing.TimeUs, crossing.Row, number, 0, 0, 1 + (number % 4));
        var weaker = (int)(Hash(ContentSeed, read, Strength) % 6);
        if (number == 0)
        {
            return Late(read with { RssiDbm = -40 - weaker });
        }

        // The k-th further read lies in the k-th part of the span, so that no two have one time.
        var part = CrossingSpanUs / (noise.ReadsPerCrossing - 1);
        var offset = (part * (number - 1)) + 1 + (long)(Hash(ContentSeed, read, Offset) % (ulong)part);
        return Late(read with { TimeUs = crossing.TimeUs + (_isLast ? -offset : offset), RssiDbm = -48 - weaker - number });
    }

    private DeliveredRead Late(DeliveredRead read) => read with
    {
        DeliveryUs = read.TimeUs + (_shuffleUs > 0 ? (long)(_shuffleUs * ReadHash.Fraction(Hash(noise.Seed, read, Lateness))) : 0),
    };

    private ulong Hash(int seed, DeliveredRead read, int purpose) =>
        ReadHash.Of(seed, deviceNumber, read.Row, (read.Number * 2) + read.Copy, purpose);
}
