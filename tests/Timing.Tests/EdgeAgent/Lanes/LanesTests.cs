using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RaceSystem.Testing;
using RaceSystem.Timing.EdgeAgent.Lanes;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.Tests.EdgeAgent.Spool;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.EdgeAgent.Lanes;

public sealed class LanesTests
{
    private const string Device = "d";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 4, 6, 0, 0, 0, TimeSpan.Zero));
    private int _chips;

    [Fact]
    public void A_lane_resumed_anywhere_sends_the_same_batches()
    {
        using var spool = ReadSpool.Open(new SimulatedDisk(), Spooled.Settings, _time);
        var random = Seed.NextRandom();
        for (var i = 0; i < 400; i++)
        {
            spool.Append([(Device, Spooled.Batch(Enumerable.Range(0, random.Next(1, 90)).Select(_ => $"C{++_chips % 700}")))]);
        }

        var reads = spool.With(Device, lanes => lanes.Reads);
        foreach (var lane in (Lane[])[Lane.Merged(7, 0, 0, 400, reads), Lane.Live(8, 0, 0).Close(400, reads)])
        {
            var whole = BatchesOf(LaneSource.After(lane, spool, Device));
            Assert.Equal(spool.ChipsOf(Device), whole.SelectMany(batch => Spooled.ChipsOf(batch.Batch)));
            Assert.Equal(Enumerable.Range(1, whole.Count).Select(i => (long)i), whole.Select(batch => batch.Batch.Sequence));
            Assert.Equal((400L, reads), (whole[^1].Record, whole[^1].ReadsThrough));
            Assert.Equal(lane.IsMerged, whole.Count < 10);
            for (var known = 0; known <= whole.Count; known++)
            {
                var found = LaneSource.Locate(lane, known, spool, Device);
                Assert.Equal(whole.Skip(known), BatchesOf(LaneSource.After(found, spool, Device)));
                Assert.Equal(known == whole.Count, found.IsDone);
                Assert.Equal(known == 0 ? 0 : whole[known - 1].ReadsThrough, found.ReadsThroughRecord);
            }
        }
    }

    [Fact]
    public void Whatever_breaks_and_whenever_Timing_gets_every_acknowledged_read()
    {
        var random = Seed.NextRandom();
        for (var run = 0; run < 60; run++)
        {
            var disk = new SimulatedDisk();
            var timing = new SimulatedTiming();
            var acked = new HashSet<string>();
            for (var life = 0; life < 5; life++)
            {
                Live(disk, timing, acked, random, power: random.Next(20, 400));
                disk = disk.PowerCut(random);
                if (random.Next(6) == 0)
                {
                    timing.RestoreOldBackup(random);
                }
            }

            using var spool = ReadSpool.Open(disk, Spooled.Settings, _time);
            var keeper = new LaneKeeper(spool, Device, NullLogger.Instance);
            for (var round = 0; round < 200 && (round < 20 || spool.With(Device, lanes => lanes.UnsentReads) > 0); round++)
            {
                timing.Upload(spool, keeper, isLive: round % 2 == 0, int.MaxValue, losesAcks: false);
            }

            Assert.Equal(0, spool.With(Device, lanes => lanes.UnsentReads));
            Assert.Empty(acked.Except(timing.Chips));
        }
    }

    [Fact]
    public void New_records_do_not_wait_behind_a_backlog()
    {
        using var spool = ReadSpool.Open(new SimulatedDisk(), Spooled.Settings, _time);
        var keeper = new LaneKeeper(spool, Device, NullLogger.Instance);
        for (var i = 0; i < 100; i++)
        {
            spool.Append([(Device, Spooled.Batch($"OLD{i}"))]);
        }

        Assert.Null(keeper.OpenLive(keeper.Live, 0));
        spool.Append([(Device, Spooled.Batch("NEW"))]);
        var live = keeper.OpenLive(keeper.Live, 0)!;
        Assert.Equal(["NEW"], Spooled.ChipsOf(LaneSource.After(live, spool, Device).Next()!.Value.Batch));
        var behind = keeper.NextBehind!;
        Assert.Equal(100, LaneSource.After(behind, spool, Device).Next()!.Value.Batch.TimeUs.Count);
    }

    [Fact]
    public void Streams_of_long_device_ids_differ()
    {
        var (one, two) = (new string('d', 62) + "1", new string('d', 62) + "2");
        Assert.NotEqual(RaceSystem.Timing.EdgeAgent.Wire.StreamOf(one), RaceSystem.Timing.EdgeAgent.Wire.StreamOf(two));
        Assert.All((string[])[one, two, "d-1"], id => Assert.True(RaceSystem.Kernel.Identifier.IsValid(RaceSystem.Timing.EdgeAgent.Wire.StreamOf(id))));
    }

    private void Live(SimulatedDisk disk, SimulatedTiming timing, HashSet<string> acked, Random random, int power)
    {
        disk.PowerLeft = power;
        try
        {
            using var spool = ReadSpool.Open(disk, Spooled.Settings, _time);
            var keeper = new LaneKeeper(spool, Device, NullLogger.Instance);
            while (true)
            {
                switch (random.Next(6))
                {
                    case 0:
                        timing.Upload(spool, keeper, isLive: true, random.Next(1, 30), random.Next(3) == 0);
                        break;
                    case 1:
                        timing.Upload(spool, keeper, isLive: false, random.Next(1, 4), random.Next(3) == 0);
                        break;
                    case 2:
                        spool.WriteCheckpoint();
                        break;
                    default:
                        var chips = Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"C{++_chips}").ToList();
                        spool.Append([(Device, Spooled.Batch(chips))]);
                        acked.UnionWith(chips);
                        break;
                }
            }
        }
        catch (SimulatedDisk.PowerCutException)
        {
            // The next life begins with what the disk kept.
        }
    }

    private static List<LaneBatch> BatchesOf(LaneSource source)
    {
        var batches = new List<LaneBatch>();
        while (source.Next() is { } batch)
        {
            batches.Add(batch);
        }

        return batches;
    }

    /// <summary>Takes batches as Timing does: the next of an (epoch) or a known one, nothing else.</summary>
    private sealed class SimulatedTiming
    {
        private readonly Dictionary<long, List<(int Commit, ReadBatch Batch)>> _streams = [];
        private int _commits;

        internal IEnumerable<string> Chips => _streams.Values.SelectMany(batches => batches).SelectMany(batch => Spooled.ChipsOf(batch.Batch));

        internal void Upload(ReadSpool spool, LaneKeeper keeper, bool isLive, int batches, bool losesAcks)
        {
            if ((isLive ? keeper.Live : keeper.NextBehind) is not { } lane)
            {
                return;
            }

            if (!_streams.TryGetValue(lane.Epoch, out var stream))
            {
                _streams.Add(lane.Epoch, stream = []);
            }

            if ((isLive ? keeper.OpenLive(lane, stream.Count) : keeper.OpenBehind(lane, stream.Count)) is not { } found)
            {
                return;
            }

            var source = LaneSource.After(found, spool, Device);
            for (var i = 0; i < batches && source.Next() is { } next; i++)
            {
                Assert.Equal(stream.Count + 1, next.Batch.Sequence);
                stream.Add((++_commits, next.Batch));
                if (!losesAcks)
                {
                    keeper.Reached(found = found.Reach(next.Batch.Sequence, next.Record, next.ReadsThrough));
                }
            }
        }

        /// <summary>Everything that was committed after some moment is gone, whichever stream it came by.</summary>
        internal void RestoreOldBackup(Random random)
        {
            var moment = random.Next(_commits + 1);
            foreach (var stream in _streams.Values)
            {
                stream.RemoveAll(batch => batch.Commit > moment);
            }
        }
    }
}
