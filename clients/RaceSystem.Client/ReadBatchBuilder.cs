using RaceSystem.Timing.V1;

namespace RaceSystem.Client;

/// <summary>
/// Packs reads into the columns of a <see cref="ReadBatch"/>: each chip code once, times as fixed-width microseconds.
/// Not for several threads at a time.
/// </summary>
public sealed class ReadBatchBuilder
{
    /// <summary>Most reads in one batch; the server refuses more.</summary>
    public const int MaxReads = 5000;

    /// <summary>Most markers in one batch; the server refuses more.</summary>
    public const int MaxMarkers = 100;

    private readonly Dictionary<string, uint> _chipIndex = new(StringComparer.Ordinal);
    private ReadBatch _batch = new();

    /// <summary>Reads added since the last <see cref="Build"/>.</summary>
    public int Count => _batch.TimeUs.Count;

    /// <summary>Markers added since the last <see cref="Build"/>.</summary>
    public int MarkerCount => _batch.Markers.Count;

    /// <summary>Whether the batch takes no more reads, or no more markers.</summary>
    public bool IsFull => Count >= MaxReads || MarkerCount >= MaxMarkers;

    /// <summary>Adds one read.</summary>
    /// <param name="chip">Chip code, upper case.</param>
    /// <param name="timeUs">Device time, microseconds since 1970-01-01 UTC.</param>
    /// <param name="rssiDbm">Signal strength in dBm.</param>
    /// <param name="antenna">Antenna port.</param>
    public void Add(string chip, long timeUs, int rssiDbm, int antenna)
    {
        ArgumentException.ThrowIfNullOrEmpty(chip);
        ArgumentOutOfRangeException.ThrowIfNegative(antenna);
        if (IsFull)
        {
            throw new InvalidOperationException($"A batch holds at most {MaxReads} reads and {MaxMarkers} markers: build it first.");
        }

        if (!_chipIndex.TryGetValue(chip, out var index))
        {
            index = (uint)_batch.ChipCodes.Count;
            _batch.ChipCodes.Add(chip);
            _chipIndex.Add(chip, index);
        }

        _batch.ChipIndex.Add(index);
        _batch.TimeUs.Add(timeUs);
        _batch.RssiDbm.Add(rssiDbm);
        _batch.Antenna.Add((uint)antenna);
    }

    /// <summary>Adds an event that is no read.</summary>
    public void AddMarker(Marker marker)
    {
        ArgumentNullException.ThrowIfNull(marker);
        if (IsFull)
        {
            throw new InvalidOperationException($"A batch holds at most {MaxReads} reads and {MaxMarkers} markers: build it first.");
        }

        _batch.Markers.Add(marker);
    }

    /// <summary>The batch of all reads added, without a sequence; the builder begins a new one.</summary>
    public ReadBatch Build()
    {
        var batch = _batch;
        _batch = new ReadBatch();
        _chipIndex.Clear();
        return batch;
    }
}
