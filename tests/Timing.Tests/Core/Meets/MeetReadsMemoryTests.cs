using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Tests.Core.Meets;

public sealed class MeetReadsMemoryTests
{
    [Fact]
    public void A_read_of_a_known_key_costs_no_allocation()
    {
        var meet = new MeetReads();
        var point = meet.ApplyPoint("finish", PassingRule.Default);
        var device = (ushort)meet.ApplyDevice("d", DeviceRole.Main, DeviceClock.True);
        var chips = Enumerable.Range(0, 1_000).Select(i => meet.Chips.Intern($"C{i}")).ToArray();
        TouchedPassings ignore = static (_, _, _) => { };
        AddRound(meet, point, device, chips, 0, 5);
        meet.Settle(ignore);

        var before = GC.GetAllocatedBytesForCurrentThread();
        AddRound(meet, point, device, chips, 5, 8);
        meet.Settle(ignore);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(8_000, meet.ReadCount);
        Assert.True(allocated < 1_000, $"{allocated} bytes for 3,000 reads");
    }

    [Fact]
    public void Seven_million_reads_of_a_day_stay_below_four_hundred_megabytes()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var meet = new MeetReads();
        var device = (ushort)meet.ApplyDevice("d", DeviceRole.Main, DeviceClock.True);
        for (var p = 0; p < 10; p++)
        {
            var point = meet.ApplyPoint($"p{p}", PassingRule.Default);
            for (var c = 0; c < 64_000; c++)
            {
                var chip = p == 0 ? meet.Chips.Intern($"05800{c:D7}") : c;
                for (var r = 0; r < 11; r++)
                {
                    meet.Add(point, chip, new Read(1_700_000_000_000_000 + (c * 10_000L) + (r * 50_000L), device, -60, 1));
                }
            }
        }

        meet.Settle(static (_, _, _) => { });
        var used = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(7_040_000, meet.ReadCount);
        Assert.True(used < 400_000_000, $"{used:N0} bytes");
    }

    private static void AddRound(MeetReads meet, int point, ushort device, int[] chips, int from, int to)
    {
        for (var read = from; read < to; read++)
        {
            foreach (var chip in chips)
            {
                meet.Add(point, chip, new Read(1_700_000_000_000_000 + (read * 100_000L), device, -60, 1));
            }
        }
    }
}
