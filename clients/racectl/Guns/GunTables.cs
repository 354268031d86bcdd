using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Guns;

/// <summary>Guns and markers for people and for programs.</summary>
internal static class GunTables
{
    public static Table Of(IEnumerable<GunStart> guns) => Tables.Of(
        ["Race", "Wave", "Gun", "By", "Recorded", "Note"],
        guns.Select(gun => new[] { gun.RaceId, gun.WaveId, Moments.Text(gun.StartTime), gun.RecordedBy, Moments.Text(gun.RecordTime), gun.Note }));

    public static Table Of(IEnumerable<DeviceMarkerEntry> markers) => Tables.Of(
        ["Device", "Point", "Device time", "Corrected time", "Kind", "Name", "Quarantine"],
        markers.Select(marker => new[]
        {
            marker.DeviceId, marker.TimingPointId, Moments.Text(marker.DeviceTime), Moments.Text(marker.CorrectedTime), Word(marker.Kind), marker.Name, marker.QuarantineId,
        }));

    public static object Json(GunStart gun) => new
    {
        race = gun.RaceId,
        wave = gun.WaveId,
        time = Moments.Text(gun.StartTime),
        by = gun.RecordedBy,
        recorded = Moments.Text(gun.RecordTime),
        note = gun.Note,
    };

    public static object Json(DeviceMarkerEntry marker) => new
    {
        device = marker.DeviceId,
        point = marker.TimingPointId,
        deviceTime = Moments.Text(marker.DeviceTime),
        time = Moments.Text(marker.CorrectedTime),
        kind = Word(marker.Kind),
        name = marker.Name,
        quarantine = marker.QuarantineId,
    };

    private static string Word(MarkerKind kind) => kind == MarkerKind.Gun ? "gun" : "other";
}
