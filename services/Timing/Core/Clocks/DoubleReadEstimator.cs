namespace RaceSystem.Timing.Core.Clocks;

/// <summary>
/// A device's clock against that of another device at the same point, from the chips that both read. Nothing is assumed of
/// the offset: the clock may be years off. Chips may cross several times, and reads of one device alone do no harm. Pure.
/// </summary>
public static class DoubleReadEstimator
{
    /// <summary>Chips that are looked at; of more an even selection.</summary>
    public const int MostChips = 20_000;

    /// <summary>Pairs this close together speak for the same offset; wide enough for a day of the usual drift.</summary>
    private const long VoteWindowMicros = 10_000_000;

    /// <summary>Estimates, or gives null when too few crossings can be paired.</summary>
    /// <param name="chips">What both devices saw.</param>
    /// <param name="current">
    /// Device time to time as the device is corrected now; the estimate comes on top of it. The device's own time when left out.
    /// </param>
    public static DoubleReadEstimate? Estimate(IReadOnlyList<ChipCrossings> chips, Func<long, long>? current = null)
    {
        ArgumentNullException.ThrowIfNull(chips);
        current ??= static time => time;
        var chosen = Thinned(chips);
        if (MostLikelyOffset(chosen, current) is not { } offset)
        {
            return null;
        }

        // Paired by the common offset first, then by the line that comes out: drift may have made another crossing nearer.
        var first = BestOf(Pair(chosen, time => current(time) + offset), current);
        return first is null ? null : BestOf(Pair(chosen, time => current(time) + first.Clock.OffsetAt(time)), current) ?? first;
    }

    private static IReadOnlyList<ChipCrossings> Thinned(IReadOnlyList<ChipCrossings> chips)
    {
        if (chips.Count <= MostChips)
        {
            return chips;
        }

        var chosen = new ChipCrossings[MostChips];
        for (var i = 0; i < MostChips; i++)
        {
            chosen[i] = chips[(int)((long)i * chips.Count / MostChips)];
        }

        return chosen;
    }

    /// <summary>The middle of the window that holds most of the differences between any two crossings of a chip.</summary>
    private static long? MostLikelyOffset(IReadOnlyList<ChipCrossings> chips, Func<long, long> current)
    {
        var differences = new List<long>(chips.Count);
        foreach (var chip in chips)
        {
            foreach (var device in chip.Device)
            {
                var time = current(device.MeanMicros);
                foreach (var reference in chip.Reference)
                {
                    differences.Add(reference.MeanMicros - time);
                }
            }
        }

        differences.Sort();
        var (best, bestStart, start) = (0, 0, 0);
        for (var end = 0; end < differences.Count; end++)
        {
            while (differences[end] - differences[start] > VoteWindowMicros)
            {
                start++;
            }

            if (end - start + 1 > best)
            {
                (best, bestStart) = (end - start + 1, start);
            }
        }

        return best < ClockEstimator.MinPairs ? null : differences[bestStart + (best / 2)];
    }

    /// <summary>Each crossing of the device with the nearest one of the reference, each of which is used once.</summary>
    private static List<(Crossing Device, Crossing Reference)> Pair(IReadOnlyList<ChipCrossings> chips, Func<long, long> expectedAt)
    {
        var pairs = new List<(Crossing Device, Crossing Reference)>(chips.Count);
        foreach (var chip in chips)
        {
            var from = pairs.Count;
            foreach (var device in chip.Reference.Count == 0 ? [] : chip.Device)
            {
                var expected = expectedAt(device.MeanMicros);
                var nearest = chip.Reference.MinBy(reference => Math.Abs(reference.MeanMicros - expected));
                var distance = Math.Abs(nearest.MeanMicros - expected);
                var rival = pairs.FindIndex(from, pair => pair.Reference == nearest);
                if (distance <= VoteWindowMicros && rival < 0)
                {
                    pairs.Add((device, nearest));
                }
                else if (distance <= VoteWindowMicros && distance < Math.Abs(nearest.MeanMicros - expectedAt(pairs[rival].Device.MeanMicros)))
                {
                    pairs[rival] = (device, nearest);
                }
            }
        }

        return pairs;
    }

    private static DoubleReadEstimate? BestOf(List<(Crossing Device, Crossing Reference)> pairs, Func<long, long> current)
    {
        DoubleReadEstimate? best = null;
        foreach (var centre in (CrossingCentre[])[CrossingCentre.Mean, CrossingCentre.Middle, CrossingCentre.Strongest])
        {
            var estimate = ClockEstimator.Estimate([.. pairs.Select(pair =>
                new ClockPair(pair.Device.CentreMicros(centre), pair.Reference.CentreMicros(centre) - current(pair.Device.CentreMicros(centre))))]);
            if (estimate is { } clock && (best is null || clock.OffsetErrorMicros < best.Clock.OffsetErrorMicros))
            {
                best = new DoubleReadEstimate(clock, centre);
            }
        }

        return best;
    }
}
