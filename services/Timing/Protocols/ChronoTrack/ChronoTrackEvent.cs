namespace RaceSystem.Timing.Protocols.ChronoTrack;

/// <summary>A line of the stream: <c>format~sequence~location~tag~time~…</c>.</summary>
/// <param name="Sequence">Number of the line, by which a location's stream is resumed; 0 when it has none.</param>
/// <param name="Location">Where it was made.</param>
/// <param name="Tag">The tag, or <c>guntime</c> or <c>newlocation</c>.</param>
/// <param name="TimeText">The time as it was written.</param>
/// <param name="Antenna">Port of the antenna; 0 where the format has none.</param>
internal readonly record struct ChronoTrackEvent(long Sequence, string Location, string Tag, string TimeText, ushort Antenna)
{
    /// <summary>Tag of a gun.</summary>
    public const string GunTime = "guntime";

    /// <summary>Tag of a location that was just set up.</summary>
    public const string NewLocation = "newlocation";
}
