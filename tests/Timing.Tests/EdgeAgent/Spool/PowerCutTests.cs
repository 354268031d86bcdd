using Microsoft.Extensions.Time.Testing;
using RaceSystem.Testing;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.EdgeAgent.Spool;

public sealed class PowerCutTests
{
    private static readonly string[] Devices = ["d-1", "d-2", "d-3"];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 4, 6, 0, 0, 0, TimeSpan.Zero));
    private int _chips;

    [Fact]
    public void Power_cut_at_any_operation_again_and_again_loses_nothing_acknowledged()
    {
        var random = Seed.NextRandom();
        for (var run = 0; run < 150; run++)
        {
            var disk = new SimulatedDisk();
            var acked = Devices.ToDictionary(device => device, _ => new List<string>());
            var sent = Devices.ToDictionary(device => device, _ => new HashSet<string>());
            for (var life = 0; life < 6; life++)
            {
                disk.PowerLeft = random.Next(1, 60);
                Live(disk, random, acked, sent);
                disk = disk.PowerCut(random);
            }

            using var spool = ReadSpool.Open(disk, Spooled.Settings, _time);
            Assert.Equal(0, spool.DamagedBytes);
            foreach (var device in Devices)
            {
                var records = spool.RecordsOf(device);
                var found = records.SelectMany(record => Spooled.ChipsOf(record.Parse())).ToList();
                Assert.Empty(acked[device].Except(found));
                Assert.Empty(found.Except(sent[device]));
                Assert.Equal(found.Count, found.Distinct().Count());
                Assert.Equal(Enumerable.Range(1, records.Count).Select(number => (long)number), records.Select(record => record.Number));
                Assert.Equal(found.Count, spool.With(device, lanes => lanes.Reads));
            }
        }
    }

    [Fact]
    public void A_full_disk_and_failing_flushes_acknowledge_nothing_that_is_not_there_and_the_spool_goes_on()
    {
        var random = Seed.NextRandom();
        for (var run = 0; run < 150; run++)
        {
            var disk = new SimulatedDisk { Capacity = random.Next(3_000, 30_000) };
            var acked = Devices.ToDictionary(device => device, _ => new List<string>());
            var spool = ReadSpool.Open(disk, Spooled.Settings, _time);
            var failures = 0;
            for (var i = 0; i < 120; i++)
            {
                disk.FailsNextFlush = random.Next(15) == 0;
                disk.Capacity += random.Next(10) == 0 ? 2_000 : 0;
                var group = Group(random);
                try
                {
                    spool.Append(group);
                    Acknowledge(acked, group);
                }
                catch (IOException)
                {
                    failures++;
                }
            }

            Assert.True(failures > 0);
            disk.Capacity = long.MaxValue;
            disk.FailsNextFlush = false;
            var last = Group(random);
            spool.Append(last);
            Acknowledge(acked, last);
            AssertHolds(spool, acked);
            spool.Dispose();
            using var again = ReadSpool.Open(disk, Spooled.Settings, _time);
            AssertHolds(again, acked);
        }
    }

    private static void AssertHolds(ReadSpool spool, Dictionary<string, List<string>> acked)
    {
        foreach (var device in Devices)
        {
            Assert.Equal(acked[device], spool.ChipsOf(device));
        }
    }

    private void Live(SimulatedDisk disk, Random random, Dictionary<string, List<string>> acked, Dictionary<string, HashSet<string>> sent)
    {
        try
        {
            using var spool = ReadSpool.Open(disk, Spooled.Settings, _time);
            while (true)
            {
                var group = Group(random);
                foreach (var (device, batch) in group)
                {
                    sent[device].UnionWith(Spooled.ChipsOf(batch));
                }

                spool.Append(group);
                Acknowledge(acked, group);
                if (random.Next(5) == 0)
                {
                    spool.Maintain();
                }

                if (random.Next(5) == 0)
                {
                    spool.Change(Devices[random.Next(3)], lanes => lanes.TryRoll());
                    spool.WriteCheckpoint();
                }
            }
        }
        catch (SimulatedDisk.PowerCutException)
        {
            // The next life begins with what the disk kept.
        }
    }

    private static void Acknowledge(Dictionary<string, List<string>> acked, IReadOnlyList<(string DeviceId, ReadBatch Batch)> group)
    {
        foreach (var (device, batch) in group)
        {
            acked[device].AddRange(Spooled.ChipsOf(batch));
        }
    }

    private List<(string DeviceId, ReadBatch Batch)> Group(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (Devices[random.Next(3)], Spooled.Batch(Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"C{++_chips}"))))];
}
