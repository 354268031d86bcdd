using RaceSystem.Timing.Service.Storage;

namespace RaceSystem.Timing.Service.Quarantines;

/// <summary>
/// Which quarantines a fault opens or widens, given those that the device has. A range that was decided stays decided: it is
/// neither held again for the same reason nor reopened, and a clock that was found right goes on being so while it is off
/// by the same. Pure.
/// </summary>
internal static class QuarantinePlan
{
    /// <summary>Further apart than this two ranges are two quarantines: what lies between was not seen to be wrong.</summary>
    internal const long LargestGapMicros = 3_600_000_000;

    /// <summary>Two lags this near are the same fault of a clock.</summary>
    private const long SameOffsetMicros = 60_000_000;

    /// <summary>The changes: an existing quarantine with its wider range, or null with the range of a new one.</summary>
    /// <param name="ofDevice">All quarantines of the device.</param>
    /// <param name="isCorrected">Whether a released one was released with a correction, by id.</param>
    /// <param name="seen">What was seen.</param>
    internal static List<(QuarantineRow? Row, DeviceTimeRange Range)> Of(IReadOnlyList<QuarantineRow> ofDevice, Func<string, bool> isCorrected, SeenFault seen)
    {
        var fault = seen.Fault.ToString();
        var range = new DeviceTimeRange(seen.FromMicros, seen.ToMicros);
        var foundRight = ofDevice.FirstOrDefault(row =>
            row.State == QuarantineStates.Released && row.Fault == fault && !isCorrected(row.QuarantineId)
            && Math.Abs(row.SuspectedOffsetMicros - seen.OffsetMicros) <= SameOffsetMicros);
        if (foundRight is not null)
        {
            return RangeOf(foundRight).Covers(range) ? [] : [(foundRight, RangeOf(foundRight).With(range))];
        }

        var decided = ofDevice.Where(row => row.State != QuarantineStates.Open && row.Fault == fault).Select(RangeOf).ToList();
        var held = ofDevice.Where(row => row.State == QuarantineStates.Discarded || (row.State == QuarantineStates.Open && row.Fault != fault)).Select(RangeOf);
        var open = ofDevice.Where(row => row.State == QuarantineStates.Open && row.Fault == fault).ToDictionary(row => row, RangeOf);
        var largestGap = ofDevice.Count < Limits.QuarantinesOfDevice / 2 ? LargestGapMicros : long.MaxValue;
        var changes = new Dictionary<QuarantineRow, DeviceTimeRange>();
        var opened = new List<(QuarantineRow? Row, DeviceTimeRange Range)>();
        foreach (var piece in range.Without(decided.Concat(held)))
        {
            var near = open.Where(row => row.Value.GapTo(piece) <= largestGap && !decided.Exists(other => other.Touches(row.Value.With(piece)))).ToList();
            if (near.Count == 0)
            {
                opened.Add((null, piece));
            }
            else if (near.MinBy(row => row.Value.GapTo(piece)) is var nearest && !nearest.Value.Covers(piece))
            {
                open[nearest.Key] = changes[nearest.Key] = nearest.Value.With(piece);
            }
        }

        return [.. changes.Select(change => ((QuarantineRow?)change.Key, change.Value)), .. opened];
    }

    internal static DeviceTimeRange RangeOf(QuarantineRow row) => new(row.FromMicros, row.ToMicros);
}
