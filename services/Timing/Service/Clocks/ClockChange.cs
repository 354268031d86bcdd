using Google.Protobuf;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Clocks;

/// <summary>What follows from a changed correction or quarantine, inside the commit that changes it.</summary>
internal static class ClockChange
{
    /// <summary>
    /// Brings the device's reads in line, and appends the device's record so that other instances load the corrections again.
    /// </summary>
    /// <returns>Chips whose passings change; the writer appends them.</returns>
    internal static int Apply(MeetState state, ChangelogTransaction transaction, string deviceId)
    {
        var before = state.Reads.TouchedCount;
        state.ApplyClock(deviceId);
        transaction.Append($"device/{deviceId}", new TimingRecord { Device = state.Devices[deviceId].ToMessage() }.ToByteArray());
        return state.Reads.TouchedCount - before;
    }

    /// <summary>Refuses a device that is not known, and one correction more than a device or meet may have.</summary>
    internal static void RequireRoom(MeetState state, ClockCorrectionRow row)
    {
        RequireDevice(state, row.MeetId, row.DeviceId);
        if (state.Clocks.Corrections.ContainsKey(row.CorrectionId))
        {
            throw new RefusalException(RefusalKind.AlreadyExists, "CORRECTION_EXISTS", $"Correction '{row.CorrectionId}' exists in meet '{row.MeetId}': choose another id, or none. A correction is never edited; revoke it and record a new one.");
        }

        if (state.Clocks.Corrections.Count >= Limits.ClockCorrections
            || state.Clocks.Corrections.Values.Count(other => other.DeviceId == row.DeviceId && other.RevokedMicros == 0) >= Limits.ClockCorrectionsOfDevice)
        {
            throw new RefusalException(
                RefusalKind.ResourceExhausted,
                "TOO_MANY_CORRECTIONS",
                $"A device has at most {Limits.ClockCorrectionsOfDevice} corrections that count, a meet {Limits.ClockCorrections} in all: revoke some that one correction can replace.");
        }
    }

    internal static void RequireDevice(MeetState state, string meetId, string deviceId)
    {
        if (!state.Devices.ContainsKey(deviceId))
        {
            throw RefusalException.NotFound("DEVICE_UNKNOWN", $"Device '{deviceId}' is not known in meet '{meetId}': apply it with its timing point first.");
        }
    }
}
