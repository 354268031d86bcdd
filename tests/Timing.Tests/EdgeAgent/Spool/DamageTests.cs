using Microsoft.Extensions.Time.Testing;
using RaceSystem.Testing;
using RaceSystem.Timing.EdgeAgent.Spool;

namespace RaceSystem.Timing.Tests.EdgeAgent.Spool;

public sealed class DamageTests
{
    private const int Groups = 8;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 4, 6, 0, 0, 0, TimeSpan.Zero));
    private readonly string _segment;
    private readonly byte[] _whole;
    private readonly List<long> _ends = [];
    private readonly long _head;

    public DamageTests()
    {
        var disk = new SimulatedDisk();
        using (var spool = ReadSpool.Open(disk, Settings, _time))
        {
            for (var i = 0; i < Groups; i++)
            {
                spool.Append([("d", Spooled.Batch(Chips(i)))]);
                _ends.Add(spool.Bytes);
            }
        }

        (_segment, var file) = disk.Files.Single();
        _whole = file.Bytes;
        _head = SegmentScan.Of(_whole.AsSpan(0, (int)_ends[^1]), isSealed: true).Frames.First(frame => frame.Kind == FrameKind.Reads).Offset;
    }

    private static SpoolSettings Settings => Spooled.Settings with { SegmentBytes = 1 << 20 };

    [Fact]
    public void Cut_at_every_byte_the_spool_keeps_every_whole_group_and_goes_on()
    {
        for (var length = 0L; length <= _ends[^1]; length++)
        {
            foreach (var rest in (int[])[0, 500])
            {
                // A write may also have grown the file before its bytes came.
                AssertKept([.. _whole[..(int)length], .. new byte[rest]], _ends.Count(end => end <= length), 0);
            }
        }
    }

    [Fact]
    public void A_wrong_byte_anywhere_costs_at_most_the_group_it_is_in_and_is_told()
    {
        for (var at = 0; at < _ends[^1]; at++)
        {
            var bytes = _whole[..(int)_ends[^1]];
            bytes[at] ^= 0x41;
            using var spool = Open(bytes, out _);
            var kept = spool.ChipsOf("d");
            var hit = _ends.FindIndex(end => at < end);
            var isLast = hit == Groups - 1;
            var isHead = at < _head;
            Assert.Equal(Enumerable.Range(0, Groups).Where(group => isHead || group != hit).SelectMany(Chips), kept);

            // The last group cannot be told from one that the power cut tore.
            Assert.Equal(isLast, spool.DamagedBytes == 0);
            Assert.Equal(isLast, spool.TornBytes > 0);
        }
    }

    [Fact]
    public void Noise_anywhere_never_stops_the_agent_from_starting_and_what_is_whole_is_kept()
    {
        var random = Seed.NextRandom();
        for (var run = 0; run < 300; run++)
        {
            var bytes = _whole[..(int)_ends[^1]];
            var from = random.Next(bytes.Length);
            var length = random.Next(1, 600);
            random.NextBytes(bytes.AsSpan(from, Math.Min(length, bytes.Length - from)));
            var untouched = Enumerable.Range(0, Groups).Where(group => _ends[group] <= from || (group > 0 && _ends[group - 1] >= from + length)).SelectMany(Chips);
            using var spool = Open(bytes, out _);
            Assert.Empty(untouched.Except(spool.ChipsOf("d")));
            spool.Append([("d", Spooled.Batch("NEXT"))]);
            Assert.Equal("NEXT", spool.ChipsOf("d")[^1]);
        }
    }

    [Fact]
    public void After_damage_everything_that_Timing_may_lack_goes_by_new_lanes()
    {
        var bytes = _whole[..(int)_ends[^1]];
        bytes[_ends[3] + 40] ^= 1;
        using var spool = Open(bytes, out _);
        var lanes = spool.With("d", found => (Live: found.Live, CatchUps: found.CatchUps.ToList()));
        var behind = Assert.Single(lanes.CatchUps);
        Assert.True(behind.IsMerged);
        Assert.Equal((1L, 8L), (behind.First, behind.Last));
        Assert.Equal(9, lanes.Live.First);
    }

    private void AssertKept(byte[] bytes, int groups, long damaged)
    {
        var expected = Enumerable.Range(0, groups).SelectMany(Chips).ToList();
        SimulatedDisk disk;
        using (var spool = Open(bytes, out disk))
        {
            Assert.Equal(expected, spool.ChipsOf("d"));
            Assert.Equal(damaged, spool.DamagedBytes);
            spool.Append([("d", Spooled.Batch("NEXT"))]);
        }

        using var reopened = ReadSpool.Open(disk, Settings, _time);
        Assert.Equal([.. expected, "NEXT"], reopened.ChipsOf("d"));
        Assert.Equal((0L, groups + 1L), (reopened.DamagedBytes, reopened.With("d", lanes => lanes.Last)));
    }

    private ReadSpool Open(byte[] bytes, out SimulatedDisk disk) => ReadSpool.Open(disk = SimulatedDisk.With(_segment, bytes), Settings, _time);

    private static IEnumerable<string> Chips(int group) => Enumerable.Range(0, group + 1).Select(i => $"G{group}R{i}");
}
