using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Service.Storage;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>
/// The corrections and held ranges of every device of a meet, as stored. Part of the state: the writer alone uses it. After
/// a change of a device's, <see cref="MeetState.ApplyClock"/> brings its reads in line.
/// </summary>
internal sealed class DeviceClocks
{
    private readonly Dictionary<string, ClockCorrectionRow> _corrections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QuarantineRow> _quarantines = new(StringComparer.Ordinal);

    /// <summary>Every correction of the meet by id, revoked ones included.</summary>
    internal IReadOnlyDictionary<string, ClockCorrectionRow> Corrections => _corrections;

    /// <summary>Every quarantine of the meet by id, decided ones included.</summary>
    internal IReadOnlyDictionary<string, QuarantineRow> Quarantines => _quarantines;

    /// <summary>Takes a correction as stored now.</summary>
    internal void Take(ClockCorrectionRow row) => _corrections[row.CorrectionId] = row;

    /// <summary>Takes a quarantine as stored now.</summary>
    internal void Take(QuarantineRow row) => _quarantines[row.QuarantineId] = row;

    /// <summary>
    /// A device's clock: corrections that are not revoked count, quarantines that are open or discarded hold. A released
    /// quarantine holds nothing.
    /// </summary>
    internal DeviceClock ClockOf(string deviceId, Elapsed offset) => new(
        offset,
        [.. _corrections.Values
            .Where(row => row.DeviceId == deviceId && row.RevokedMicros == 0)
            .Select(row => new ClockCorrection(row.CorrectionId, row.FromMicros, row.ToMicros, row.OffsetMicros, row.ReferenceMicros, row.DriftPpb))],
        [.. _quarantines.Values
            .Where(row => row.DeviceId == deviceId && row.State is "Open" or "Discarded")
            .Select(row => new HeldRange(row.QuarantineId, row.FromMicros, row.ToMicros))]);
}
