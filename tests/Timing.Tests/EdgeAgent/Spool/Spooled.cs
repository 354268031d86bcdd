using RaceSystem.Client;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.EdgeAgent.Spool;

/// <summary>Batches for spools, and what a spool holds.</summary>
internal static class Spooled
{
    internal static readonly SpoolSettings Settings = new("m", 4_096, TimeSpan.FromDays(7), 1L << 40);

    internal static ReadBatch Batch(IEnumerable<string> chips)
    {
        var builder = new ReadBatchBuilder();
        foreach (var chip in chips)
        {
            builder.Add(chip, 1_743_897_600_000_000, -60, 1);
        }

        return builder.Build();
    }

    internal static ReadBatch Batch(params string[] chips) => Batch(chips.AsEnumerable());

    internal static List<SpoolRecord> RecordsOf(this ReadSpool spool, string device)
    {
        var cursor = spool.OpenCursor(device, 0);
        var records = new List<SpoolRecord>();
        while (cursor.Peek() is { } record)
        {
            records.Add(record);
            cursor.Advance();
        }

        return records;
    }

    internal static List<string> ChipsOf(this ReadSpool spool, string device) => [.. spool.RecordsOf(device).SelectMany(record => ChipsOf(record.Parse()))];

    internal static IEnumerable<string> ChipsOf(ReadBatch batch) => batch.ChipIndex.Select(index => batch.ChipCodes[(int)index]);
}
