using RaceSystem.Platform.Changelog;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Markers;
using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Core.Reads;
using RaceSystem.Timing.Core.Streams;
using RaceSystem.Timing.Service.RawLog;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>
/// A meet in memory: everything the raw log and the settings say up to <see cref="AppliedOrdinal"/> and
/// <see cref="Head"/>. Owned by the meet's writer; dropped and built again whenever a commit does not succeed, so that
/// it never stays ahead of the database.
/// </summary>
internal sealed class MeetState
{
    private readonly Dictionary<string, PointSettings> _points = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeviceSettings> _devices = new(StringComparer.Ordinal);

    internal MeetReads Reads { get; } = new();

    internal StreamPositions Positions { get; } = new();

    internal UnknownChips Unknown { get; } = new();

    internal MeetProgress Progress { get; } = new();

    /// <summary>Head of Timing's log whose settings are loaded; the default when none are.</summary>
    internal ChangelogHead? Head { get; set; }

    /// <summary>Last row of the raw log that is in <see cref="Reads"/>.</summary>
    internal long AppliedOrdinal { get; private set; }

    internal IReadOnlyDictionary<string, PointSettings> Points => _points;

    internal IReadOnlyDictionary<string, DeviceSettings> Devices => _devices;

    /// <summary>Latest recorded guns; after a change <see cref="ApplyGuns"/>.</summary>
    internal RecordedGuns Guns { get; } = new();

    /// <summary>Corrections and quarantines; after a change of a device's <see cref="ApplyClock"/>.</summary>
    internal DeviceClocks Clocks { get; } = new();

    /// <summary>What decoders reported beside reads.</summary>
    internal MarkerSet Markers { get; } = new();

    internal void Apply(PointSettings point)
    {
        _points[point.PointId] = point;
        Reads.ApplyPoint(point.PointId, point.RuleWith(Guns));
    }

    internal void Apply(DeviceSettings device)
    {
        _devices[device.DeviceId] = device;
        ApplyClock(device.DeviceId);
    }

    /// <summary>Brings the reads of a device in line with its settings, corrections and quarantines.</summary>
    internal void ApplyClock(string deviceId)
    {
        var device = _devices[deviceId];
        Reads.ApplyDevice(deviceId, device.Role, Clocks.ClockOf(deviceId, device.ClockOffset));
    }

    /// <summary>The clock of a device that is known, as it is applied to its reads.</summary>
    internal DeviceClock ClockOf(string deviceId) =>
        Reads.TryFindDevice(deviceId, out var device) ? Reads.ClockOf(device) : throw new InvalidOperationException($"Device '{deviceId}' is not known.");

    /// <summary>Brings the points whose passings count from a gun in line with the recorded ones.</summary>
    internal void ApplyGuns()
    {
        foreach (var point in _points.Values)
        {
            Reads.ApplyPoint(point.PointId, point.RuleWith(Guns));
        }
    }

    /// <summary>Takes the next row of the raw log; passings are settled afterwards.</summary>
    /// <returns>Reads that were not known before.</returns>
    internal int Apply(RawBatch row, ReadBatch batch)
    {
        if (row.Ordinal != AppliedOrdinal + 1)
        {
            throw new InvalidOperationException($"The raw log has row {row.Ordinal} after {AppliedOrdinal}: it must be gapless.");
        }

        AppliedOrdinal = row.Ordinal;
        Positions.Advance(row.StreamId, row.Epoch, row.Sequence);
        if (!Reads.TryFindPoint(row.TimingPointId, out var point) || !Reads.TryFindDevice(row.DeviceId, out var device))
        {
            throw new InvalidOperationException($"Row {row.Ordinal} of the raw log names a point or device that the settings do not have.");
        }

        foreach (var marker in batch.Markers)
        {
            Markers.Add(new DeviceMarker(marker.TimeUs, row.DeviceId, marker.Kind == MarkerKind.Gun, marker.Name, row.TimingPointId));
        }

        return Add(point, (ushort)device, batch);
    }

    /// <summary>Adds the columns of a validated batch.</summary>
    private int Add(int point, ushort device, ReadBatch batch)
    {
        Span<int> chips = batch.ChipCodes.Count <= 1_024 ? stackalloc int[batch.ChipCodes.Count] : new int[batch.ChipCodes.Count];
        for (var i = 0; i < chips.Length; i++)
        {
            chips[i] = Reads.Chips.Intern(batch.ChipCodes[i]);
        }

        var hasRssi = batch.RssiDbm.Count > 0;
        var hasAntenna = batch.Antenna.Count > 0;
        var added = 0;
        for (var i = 0; i < batch.TimeUs.Count; i++)
        {
            var read = new Read(
                batch.TimeUs[i],
                device,
                hasRssi ? (short)batch.RssiDbm[i] : (short)0,
                hasAntenna ? (ushort)batch.Antenna[i] : (ushort)0);
            added += Reads.Add(point, chips[(int)batch.ChipIndex[i]], read) ? 1 : 0;
        }

        return added;
    }
}
