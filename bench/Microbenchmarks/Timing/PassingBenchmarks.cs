using BenchmarkDotNet.Attributes;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Microbenchmarks.Timing;

/// <summary>48,000 runners crossing ten points with five reads each: what the core alone costs.</summary>
[MemoryDiagnoser]
public class PassingBenchmarks
{
    private const int Runners = 48_000;
    private const int Points = 10;
    private const int ReadsPerCrossing = 5;

    private MeetReads _meet = new();
    private MeetReads _whole = new();

    /// <summary>Everything of a day, settled once.</summary>
    [Benchmark(OperationsPerInvoke = Runners * Points * ReadsPerCrossing)]
    public long AddAndSettle()
    {
        _whole = Fill();
        _whole.Settle(static (_, _, _) => { });
        return _whole.ReadCount;
    }

    /// <summary>One more read of a key that has some, and its passings anew.</summary>
    [Benchmark]
    public int OneLateRead()
    {
        var chip = (int)(_meet.ReadCount % Runners);
        _meet.Add(3, chip, new Read(1_743_900_000_000_000 + _meet.ReadCount, 0, -60, 1));
        _meet.Settle(static (_, _, _) => { });
        return chip;
    }

    /// <summary>A clock offset that concerns every read of a point.</summary>
    [Benchmark]
    public int ChangedClock()
    {
        _meet.ApplyDevice("d0", DeviceRole.Main, new DeviceClock(new Kernel.Elapsed(_meet.CountsOfDevice(0).LastReadMicros % 2 == 0 ? 1_000_001 : 0)));
        _meet.Settle(static (_, _, _) => { });
        return _meet.PointCount;
    }

    /// <summary>Fills the meet that the single operations work on.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _meet = Fill();
        _meet.Settle(static (_, _, _) => { });
    }

    private static MeetReads Fill()
    {
        var meet = new MeetReads();
        for (var point = 0; point < Points; point++)
        {
            meet.ApplyPoint($"p{point}", PassingRule.Default);
            var device = (ushort)meet.ApplyDevice($"d{point}", DeviceRole.Main, DeviceClock.True);
            for (var runner = 0; runner < Runners; runner++)
            {
                var chip = point == 0 ? meet.Chips.Intern($"05800{runner:D7}") : runner;
                for (var read = 0; read < ReadsPerCrossing; read++)
                {
                    meet.Add(point, chip, new Read(1_743_900_000_000_000 + (runner * 20_000L) + (read * 150_000L), device, -60, 1));
                }
            }
        }

        return meet;
    }
}
