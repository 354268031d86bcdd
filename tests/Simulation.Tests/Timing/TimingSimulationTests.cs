using RaceSystem.Kernel;
using RaceSystem.Testing;
using RaceSystem.Timing.Core.Passings;

namespace RaceSystem.Simulation.Tests.Timing;

/// <summary>
/// Devices with bad links against a Timing that crashes and is reconfigured: in the end the log holds exactly what a
/// plain computation over everything durable gives, and everything acknowledged is durable.
/// </summary>
public sealed class TimingSimulationTests
{
    private const int Runs = 60;

    [Fact]
    public void Whatever_happens_on_the_way_the_log_ends_as_the_oracle_says()
    {
        var seed = Seed.Next();
        for (var run = 0; run < Runs; run++)
        {
            Simulate(new Random(unchecked(seed + run)));
        }
    }

    private static void Simulate(Random random)
    {
        var timing = new SimulatedTiming();
        timing.Apply("start", RuleOf(random));
        timing.Apply("finish", RuleOf(random));
        SimulatedDevice[] devices = [new("d1", "start"), new("d2", "finish"), new("d3", "finish")];
        var acknowledged = new List<(SimulatedDevice Device, SimulatedRead Read)>();
        foreach (var device in devices)
        {
            timing.Apply(device.DeviceId, Elapsed.Zero);
            Fill(device, random);
        }

        while (!devices.All(device => device.IsDone))
        {
            var device = devices[random.Next(devices.Length)];
            switch (random.Next(60))
            {
                case 0:
                    timing.Crash();
                    break;
                case 1:
                    timing.Apply(device.PointId, RuleOf(random));
                    break;
                case 2:
                    timing.Apply(device.DeviceId, new Elapsed(random.Next(-4, 5) * 400_000L));
                    break;
                case 3 when device.Epoch < 3:
                    device.LoseSpool();
                    Fill(device, random);
                    break;
                default:
                    Send(device, timing, acknowledged, random);
                    break;
            }
        }

        var durable = timing.Durable.ToHashSet();
        Assert.All(acknowledged, read => Assert.Contains(read, durable));
        var expected = Oracle(timing);
        Assert.Equal(expected.Keys, timing.Changelog.Keys);
        Assert.All(expected, key => Assert.Equal(key.Value, timing.Changelog[key.Key]));
    }

    private static void Fill(SimulatedDevice device, Random random)
    {
        for (var batch = 0; batch < random.Next(1, 12); batch++)
        {
            device.Journal([.. Enumerable.Range(0, random.Next(0, 15)).Select(_ =>
                new SimulatedRead($"C{random.Next(4)}", 1_743_897_600_000_000 + (random.Next(80) * 200_000L), (short)random.Next(-3, 1)))]);
        }
    }

    /// <summary>One message on a link that loses requests and answers.</summary>
    private static void Send(SimulatedDevice device, SimulatedTiming timing, List<(SimulatedDevice Device, SimulatedRead Read)> acknowledged, Random random)
    {
        if (device.NextToSend(random) is not { } sequence || random.Next(5) == 0)
        {
            return;
        }

        var before = device.Acknowledged;
        if (timing.Receive(device, device.Epoch, sequence, device.BatchOf(sequence)) is { } ack && random.Next(5) > 0)
        {
            device.TakeAck(ack);
            for (var taken = before + 1; taken <= device.Acknowledged; taken++)
            {
                acknowledged.AddRange(device.BatchOf(taken).Select(read => (device, read)));
            }
        }
    }

    private static SortedDictionary<string, Passing[]> Oracle(SimulatedTiming timing)
    {
        var result = new SortedDictionary<string, Passing[]>(StringComparer.Ordinal);
        foreach (var key in timing.Durable.Distinct().GroupBy(row => (row.Device.PointId, row.Read.Chip)))
        {
            var rule = timing.Rules[key.Key.PointId];
            var reads = key.Select(row => (Time: row.Read.TimeMicros + timing.Offsets[row.Device.DeviceId].Micros, row.Read.Rssi)).OrderBy(read => read.Time).ToArray();

            // A passing begins at every read whose predecessor is at least the dead time away.
            var begins = Enumerable.Range(0, reads.Length).Where(i => i == 0 || reads[i].Time - reads[i - 1].Time >= rule.DeadTime.Micros).Append(reads.Length).ToArray();
            result[$"{key.Key.PointId}/{key.Key.Chip}"] = [.. begins.Zip(begins.Skip(1), (from, to) => PassingOf(reads[from..to], rule.TimeRule))];
        }

        return result;
    }

    private static Passing PassingOf((long Time, short Rssi)[] reads, TimeRule rule)
    {
        var peak = reads.Max(read => read.Rssi == 0 ? short.MinValue : read.Rssi);
        var time = rule switch
        {
            TimeRule.Last => reads[^1].Time,
            TimeRule.Strongest when peak > short.MinValue => reads.First(read => read.Rssi == peak).Time,
            _ => reads[0].Time,
        };
        return new Passing(time, reads[^1].Time - reads[0].Time, reads.Length, peak > short.MinValue ? peak : (short)0);
    }

    private static PassingRule RuleOf(Random random) => new((TimeRule)random.Next(3), new Elapsed(random.Next(1, 8) * 200_000L));
}
