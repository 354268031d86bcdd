using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.RecordGunStart;

/// <summary>
/// A decoder's marker as the gun of a wave. The record keeps the corrected time it was made with (invariant 4): a correction of
/// the clock that comes later moves the marker, but a gun moves only by a further record.
/// </summary>
internal static class MarkedGun
{
    /// <summary>The marker's corrected time, and what the note says of it.</summary>
    internal static (Instant Start, string Note) Find(MeetState state, GunMarker marker, string note)
    {
        Identifier.Require(marker.DeviceId, "marker.device_id");
        if (marker.DeviceTime is null)
        {
            throw RefusalException.Invalid("MARKER_INVALID", "marker.device_time", "is missing: give it as ListMarkers does.");
        }

        var time = Wire.InstantOf(marker.DeviceTime, "marker.device_time");
        if (!state.Devices.ContainsKey(marker.DeviceId) || state.Markers.At(marker.DeviceId, time.Micros).ToList() is not [var found, ..])
        {
            throw RefusalException.NotFound("MARKER_UNKNOWN", $"Device '{marker.DeviceId}' has no marker at {time}: take one of ListMarkers.");
        }

        var clock = state.ClockOf(marker.DeviceId);
        if (clock.HeldBy(time.Micros) is { } held)
        {
            throw new RefusalException(RefusalKind.FailedPrecondition, "MARKER_QUARANTINED", $"The marker's time lies in quarantine '{held.QuarantineId}': decide that first, or give the gun's time itself.");
        }

        return (new Instant(clock.Correct(time.Micros)), $"{note}{(note.Length > 0 ? " " : "")}(marker '{found.Name}' of {found.DeviceId} at device time {time})");
    }
}
