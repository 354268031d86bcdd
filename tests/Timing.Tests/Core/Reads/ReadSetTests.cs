using RaceSystem.Testing;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Tests.Core.Reads;

public sealed class ReadSetTests
{
    [Fact]
    public void Sets_of_every_size_stay_sorted_and_distinct_while_their_blocks_grow_and_are_reused()
    {
        var random = Seed.NextRandom();
        var meet = new MeetReads();
        var point = meet.ApplyPoint("p", PassingRule.Default);
        var device = (ushort)meet.ApplyDevice("d", DeviceRole.Main, DeviceClock.True);
        var expected = new Dictionary<int, HashSet<Read>>();
        for (var i = 0; i < 200_000; i++)
        {
            // A few chips get most of the reads, so that blocks of all sizes are in use, past the size of a chunk too.
            var chip = meet.Chips.Intern($"C{(random.Next(2) == 0 ? 0 : random.Next(2_000))}");
            var read = new Read(random.Next(100_000), device, (short)random.Next(-3, 0), (ushort)random.Next(2));
            var set = expected.TryGetValue(chip, out var known) ? known : expected[chip] = [];
            Assert.Equal(set.Add(read), meet.Add(point, chip, read));
        }

        foreach (var (chip, set) in expected)
        {
            var reads = meet.ReadsOf(point, chip).ToArray();
            Assert.Equal(set.Count, reads.Length);
            Assert.True(set.SetEquals(reads));
            Assert.True(reads.SequenceEqual(reads.OrderBy(read => read.TimeMicros).ThenBy(read => read.Antenna).ThenBy(read => read.RssiDbm)));
        }
    }
}
