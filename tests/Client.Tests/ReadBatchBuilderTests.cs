using System.Diagnostics;
using RaceSystem.Testing;

namespace RaceSystem.Client.Tests;

public sealed class ReadBatchBuilderTests
{
    [Fact]
    public void Columns_give_back_the_reads_that_were_added()
    {
        var random = Seed.NextRandom();
        var reads = Enumerable.Range(0, 3000).Select(i => (Chip: $"A{random.Next(400)}", Time: random.NextInt64(), Rssi: -random.Next(90), Antenna: random.Next(8))).ToList();
        var builder = new ReadBatchBuilder();
        foreach (var (chip, time, rssi, antenna) in reads)
        {
            builder.Add(chip, time, rssi, antenna);
        }

        var batch = builder.Build();

        Assert.Equal(reads, Enumerable.Range(0, 3000).Select(i => (batch.ChipCodes[(int)batch.ChipIndex[i]], batch.TimeUs[i], batch.RssiDbm[i], (int)batch.Antenna[i])));
        Assert.Equal(batch.ChipCodes.Distinct().Count(), batch.ChipCodes.Count);
        Assert.Equal(0, builder.Count);
        Assert.Empty(builder.Build().ChipCodes);
    }

    [Fact]
    public void A_full_batch_takes_no_more_reads()
    {
        var builder = new ReadBatchBuilder();
        for (var i = 0; i < ReadBatchBuilder.MaxReads; i++)
        {
            builder.Add("C", i, 0, 0);
        }

        Assert.True(builder.IsFull);
        Assert.Throws<InvalidOperationException>(() => builder.Add("C", 1, 0, 0));
    }

    [Fact]
    public void Packing_keeps_up_with_half_a_million_reads_a_second()
    {
        var chips = Enumerable.Range(0, 2000).Select(i => i.ToString("X6", System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var best = Enumerable.Range(0, 5).Max(_ => ReadsPerSecond(chips));
        TestContext.Current.TestOutputHelper?.WriteLine($"{best:0} reads/s");
        Assert.True(best > 500_000, $"{best:0} reads/s");
    }

    private static double ReadsPerSecond(string[] chips)
    {
        var builder = new ReadBatchBuilder();
        var watch = Stopwatch.StartNew();
        const int Reads = 200_000;
        for (var i = 0; i < Reads; i++)
        {
            if (builder.Count == 2000)
            {
                builder.Build();
            }

            builder.Add(chips[i / 5 % chips.Length], i, -40, 1);
        }

        return Reads / watch.Elapsed.TotalSeconds;
    }
}
