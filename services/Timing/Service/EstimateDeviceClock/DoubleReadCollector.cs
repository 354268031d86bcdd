using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Reads;
using RaceSystem.Timing.Service.Meets;

namespace RaceSystem.Timing.Service.EstimateDeviceClock;

/// <summary>Collects the crossings that a device shares with others, point by point, from the reads in memory.</summary>
internal static class DoubleReadCollector
{
    /// <summary>Collects.</summary>
    /// <param name="state">The meet.</param>
    /// <param name="device">Whose clock is asked for; its reads count held or not.</param>
    /// <param name="reference">The only other device wanted; -1: any.</param>
    /// <param name="from">First device time wanted.</param>
    /// <param name="to">Last device time wanted.</param>
    internal static List<DoubleReads> Collect(MeetState state, int device, int reference, long from, long to)
    {
        var names = state.Devices.Keys.ToDictionary(id => state.Reads.TryFindDevice(id, out var number) ? number : throw new InvalidOperationException($"Device '{id}' has no number."));
        var collected = new Dictionary<(int Point, int Device), DoubleReads>();
        var others = new List<int>();
        for (var point = 0; point < state.Reads.PointCount; point++)
        {
            var quiet = state.Points[state.Reads.PointIdOf(point)].DeadTime.Micros;
            for (var chip = 0; chip < state.Reads.Chips.Count; chip++)
            {
                var reads = state.Reads.ReadsOf(point, chip);
                if (!ReadBoth(reads, device, reference, others))
                {
                    continue;
                }

                var own = new List<Crossing>();
                CrossingFinder.Find(reads, device, time => time >= from && time <= to ? time : null, quiet, own);
                foreach (var other in own.Count == 0 ? [] : others)
                {
                    var clock = state.Reads.ClockOf(other);
                    var theirs = new List<Crossing>();
                    CrossingFinder.Find(reads, other, time => clock.IsHeld(time) ? null : clock.Correct(time), quiet, theirs);
                    if (!collected.TryGetValue((point, other), out var both))
                    {
                        collected.Add((point, other), both = new DoubleReads(state.Reads.PointIdOf(point), names[other], []));
                    }

                    both.Chips.Add(new ChipCrossings(own, theirs));
                }
            }
        }

        return [.. collected.Values];
    }

    /// <summary>The other devices that read a chip which the device read too.</summary>
    private static bool ReadBoth(ReadOnlySpan<Read> reads, int device, int reference, List<int> others)
    {
        others.Clear();
        var byDevice = false;
        foreach (ref readonly var read in reads)
        {
            if (read.Device == device)
            {
                byDevice = true;
            }
            else if ((reference < 0 || read.Device == reference) && !others.Contains(read.Device))
            {
                others.Add(read.Device);
            }
        }

        return byDevice && others.Count > 0;
    }
}
