using Microsoft.Extensions.Time.Testing;
using RaceSystem.Client;
using RaceSystem.Testing;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.EdgeAgent.Spool;

public sealed class SpoolFileTests : IDisposable
{
    private readonly TempFolder _folder = new("spool");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 4, 6, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Records_come_back_in_sequence_after_a_restart_and_the_epoch_stays()
    {
        long epoch;
        using (var spool = Open("a"))
        {
            epoch = spool.Epoch;
            spool.Append(Batch("A", 3));
            spool.Append(Batch("B", 2));
        }

        _time.Advance(TimeSpan.FromHours(1));
        using var again = Open("a");
        Assert.Equal((epoch, 2L, 5L, 0L), (again.Epoch, again.LastSequence, again.ReadCount, again.TornBytes));
        Assert.Equal(("B", 2L), (again.Read(2).ChipCodes[0], again.Read(2).Sequence));
        again.Append(Batch("C", 1));
        Assert.Equal("C", again.Read(3).ChipCodes[0]);
    }

    [Fact]
    public void Torn_at_every_byte_the_spool_keeps_every_whole_record_and_goes_on()
    {
        var ends = new List<long>();
        using (var spool = Open("whole"))
        {
            for (var i = 0; i < 4; i++)
            {
                ends.Add(new FileInfo(PathOf("whole")).Length);
                spool.Append(Batch($"C{i}", i + 1));
            }
        }

        var whole = File.ReadAllBytes(PathOf("whole"));
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(PathOf("torn"), whole[..length]);
            AssertKept(ends.Skip(1).Append(whole.Length).Count(end => end <= length));

            // A write may also have grown the file before its bytes came: the rest is zeros, or what lay there before.
            File.WriteAllBytes(PathOf("torn"), [.. whole[..length], .. new byte[whole.Length - length]]);
            if (length >= ends[0])
            {
                AssertKept(ends.Skip(1).Append(whole.Length).Count(end => whole.AsSpan(0, (int)end).SequenceEqual(File.ReadAllBytes(PathOf("torn")).AsSpan(0, (int)end))));
            }
        }

        void AssertKept(int expected)
        {
            using (var spool = Open("torn"))
            {
                Assert.Equal(expected, spool.LastSequence);
                spool.Append(Batch("NEXT", 1));
            }

            using var again = Open("torn");
            Assert.Equal((expected + 1, 0L), (again.LastSequence, again.TornBytes));
            Assert.Equal("NEXT", again.Read(expected + 1).ChipCodes[0]);
        }
    }

    [Fact]
    public void Damage_in_the_middle_is_refused_and_not_cut_off()
    {
        using (var spool = Open("d"))
        {
            for (var i = 0; i < 20; i++)
            {
                spool.Append(Batch("A", ReadBatchBuilder.MaxReads));
            }
        }

        var bytes = File.ReadAllBytes(PathOf("d"));
        Assert.True(bytes.Length > SpoolFile.MaxRecordBytes);
        bytes[100] ^= 1;
        File.WriteAllBytes(PathOf("d"), bytes);
        Assert.Throws<InvalidDataException>(() => Open("d"));
        Assert.Equal(bytes.Length, new FileInfo(PathOf("d")).Length);
    }

    [Fact]
    public void A_new_spool_has_a_new_epoch()
    {
        using var first = Open("one");
        _time.Advance(TimeSpan.FromSeconds(1));
        using var second = Open("two");
        Assert.True(second.Epoch > first.Epoch);
    }

    public void Dispose() => _folder.Dispose();

    private string PathOf(string name) => _folder.Combine(name);

    private SpoolFile Open(string name) => SpoolFile.Open(PathOf(name), _time);

    private static ReadBatch Batch(string chip, int reads)
    {
        var builder = new ReadBatchBuilder();
        for (var i = 0; i < reads; i++)
        {
            builder.Add(chip, 1_743_897_600_000_000 + (i * 1_000), -60, 1);
        }

        return builder.Build();
    }
}
