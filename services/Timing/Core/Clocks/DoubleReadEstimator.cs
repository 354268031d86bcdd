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
    public static DoubleReadEstimate? Estimate(IReadOnlyList<ChipCrossings> chips)
    {
        ArgumentNullException.ThrowIfNull(chips);
        var chosen = Thinned(chips);
        if (MostLikelyOffset(chosen) is not { } offset)
        {
            return null;
        }

        // Paired by the common offset first, then by the line that comes out: drift may have made another crossing nearer.
        var first = BestOf(Pair(chosen, _ => offset));
        return first is null ? null : BestOf(Pair(chosen, first.Clock.OffsetAt)) ?? first;
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
    private static long? MostLikelyOffset(IReadOnlyList<ChipCrossings> chips)
    {
        var differences = new List<long>(chips.Count);
        foreach (var chip in chips)
        {
            foreach (var device in chip.Device)
            {
                foreach (var reference in chip.Reference)
                {
                    differences.Add(reference.MeanMicros - device.MeanMicros);
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
    private static List<(Crossing Device, Crossing Reference)> Pair(IReadOnlyList<ChipCrossings> chips, Func<long, long> offsetAt)
    {
        var pairs = new List<(Crossing Device, Crossing Reference)>(chips.Count);
        foreach (var chip in chips)
        {
            var from = pairs.Count;
            foreach (var device in chip.Device)
            {
                if (chip.Reference.Count == 0)
                {
                    break;
                }

                var expected = device.MeanMicros + offsetAt(device.MeanMicros);
                var nearest = chip.Reference.MinBy(reference => Math.Abs(reference.MeanMicros - expected));
                var distance = Math.Abs(nearest.MeanMicros - expected);
                var rival = pairs.FindIndex(from, pair => pair.Reference == nearest);
                if (distance > VoteWindowMicros)
                {
                    continue;
                }

                if (rival < 0)
                {
                    pairs.Add((device, nearest));
                }
                else if (distance < Math.Abs(nearest.MeanMicros - pairs[rival].Device.MeanMicros - offsetAt(pairs[rival].Device.MeanMicros)))
                {
                    pairs[rival] = (device, nearest);
                }
            }
        }

        return pairs;
    }

    private static DoubleReadEstimate? BestOf(List<(Crossing Device, Crossing Reference)> pairs)
    {
        DoubleReadEstimate? best = null;
        foreach (var centre in (CrossingCentre[])[CrossingCentre.Mean, CrossingCentre.Middle, CrossingCentre.Strongest])
        {
            var estimate = ClockEstimator.Estimate([.. pairs.Select(pair =>
                new ClockPair(pair.Device.CentreMicros(centre), pair.Reference.CentreMicros(centre) - pair.Device.CentreMicros(centre)))]);
            if (estimate is { } clock && (best is null || clock.OffsetErrorMicros < best.Clock.OffsetErrorMicros))
            {
                best = new DoubleReadEstimate(clock, centre);
            }
        }

        return best;
    }
}
