namespace RaceSystem.Timing.Core.Markers;

/// <summary>An event on a device's clock that is no read of a chip, such as a gun. Two that agree in everything are the same.</summary>
/// <param name="TimeMicros">Device time, microseconds since the Unix epoch.</param>
/// <param name="DeviceId">The device.</param>
/// <param name="IsGun">Whether the decoder calls it a gun.</param>
/// <param name="Name">The decoder's own words.</param>
/// <param name="PointId">Where the device stood.</param>
public readonly record struct DeviceMarker(long TimeMicros, string DeviceId, bool IsGun, string Name, string PointId) : IComparable<DeviceMarker>
{
    /// <summary>By time; the rest only makes the order total.</summary>
    public int CompareTo(DeviceMarker other)
    {
        var order = TimeMicros.CompareTo(other.TimeMicros);
        order = order != 0 ? order : string.CompareOrdinal(DeviceId, other.DeviceId);
        order = order != 0 ? order : IsGun.CompareTo(other.IsGun);
        order = order != 0 ? order : string.CompareOrdinal(Name, other.Name);
        return order != 0 ? order : string.CompareOrdinal(PointId, other.PointId);
    }

    /// <summary>Whether left comes before right.</summary>
    public static bool operator <(DeviceMarker left, DeviceMarker right) => left.CompareTo(right) < 0;

    /// <summary>Whether left comes after right.</summary>
    public static bool operator >(DeviceMarker left, DeviceMarker right) => left.CompareTo(right) > 0;

    /// <summary>Whether left does not come after right.</summary>
    public static bool operator <=(DeviceMarker left, DeviceMarker right) => left.CompareTo(right) <= 0;

    /// <summary>Whether left does not come before right.</summary>
    public static bool operator >=(DeviceMarker left, DeviceMarker right) => left.CompareTo(right) >= 0;
}
