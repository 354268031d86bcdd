using RaceSystem.Timing.Tests.Core.Meets;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.Meets;

/// <summary>Random reads of the three devices, cut into batches, as streams would send them.</summary>
internal static class RandomUpload
{
    internal static readonly string[] Devices = ["d-start", "d-finish", "d-backup"];

    internal static GivenRead[] Reads(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var device = Devices[random.Next(Devices.Length)];
        return new GivenRead(
            device == "d-start" ? "start" : "finish",
            $"C{random.Next(20)}",
            device,
            Upload.Midnight + (random.Next(400) * 100_000L),
            (short)random.Next(-60, -50),
            (ushort)random.Next(3));
    })];

    /// <summary>Batches of one device in random order and of random size, with some reads twice.</summary>
    internal static List<ReadBatch> Batches(IEnumerable<GivenRead> reads, string device, Random random)
    {
        var own = reads.Where(read => read.Device == device).ToList();
        own.AddRange(own.Where(_ => random.Next(4) == 0).ToList());
        var shuffled = own.ToArray();
        random.Shuffle(shuffled);
        var batches = new List<ReadBatch>();
        for (var i = 0; i < shuffled.Length;)
        {
            var size = random.Next(1, 25);
            batches.Add(BatchOf(batches.Count + 1, shuffled.Skip(i).Take(size)));
            i += size;
        }

        return batches;
    }

    private static ReadBatch BatchOf(long sequence, IEnumerable<GivenRead> reads)
    {
        var batch = new ReadBatch { Sequence = sequence };
        foreach (var read in reads)
        {
            var index = batch.ChipCodes.IndexOf(read.Chip);
            if (index < 0)
            {
                index = batch.ChipCodes.Count;
                batch.ChipCodes.Add(read.Chip);
            }

            batch.ChipIndex.Add((uint)index);
            batch.TimeUs.Add(read.TimeMicros);
            batch.RssiDbm.Add(read.Rssi);
            batch.Antenna.Add(read.Antenna);
        }

        return batch;
    }
}
