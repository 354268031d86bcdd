namespace RaceSystem.Timing.Core.Markers;

/// <summary>
/// The markers of a meet, each once however often a decoder repeats it: the latest <see cref="Limit"/> by device time, whatever
/// order they came in. Not thread-safe.
/// </summary>
public sealed class MarkerSet
{
    /// <summary>How many are kept.</summary>
    public const int Limit = 10_000;

    private readonly SortedSet<DeviceMarker> _markers = [];

    /// <summary>Number of markers.</summary>
    public int Count => _markers.Count;

    /// <summary>Puts a marker in; false when it is there already or too old to be kept.</summary>
    public bool Add(in DeviceMarker marker)
    {
        if (!_markers.Add(marker))
        {
            return false;
        }

        if (_markers.Count <= Limit)
        {
            return true;
        }

        var oldest = _markers.Min;
        _markers.Remove(oldest);
        return oldest != marker;
    }

    /// <summary>All, the latest first.</summary>
    public IEnumerable<DeviceMarker> LatestFirst() => _markers.Reverse();

    /// <summary>What a device reported at a device time, guns first.</summary>
    public IEnumerable<DeviceMarker> At(string deviceId, long timeMicros) =>
        _markers.GetViewBetween(new(timeMicros, deviceId, false, "", ""), new(timeMicros, deviceId + '\u0001', false, "", ""))
            .Where(marker => marker.DeviceId == deviceId)
            .OrderByDescending(marker => marker.IsGun);
}
