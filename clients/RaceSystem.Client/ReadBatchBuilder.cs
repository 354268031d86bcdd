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

    private readonly Dictionary<string, uint> _chipIndex = new(StringComparer.Ordinal);
    private ReadBatch _batch = new();

    /// <summary>Reads added since the last <see cref="Build"/>.</summary>
    public int Count => _batch.TimeUs.Count;

    /// <summary>Whether the batch takes no more reads.</summary>
    public bool IsFull => Count >= MaxReads;

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
            throw new InvalidOperationException($"A batch holds at most {MaxReads} reads: build it first.");
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

    /// <summary>The batch of all reads added, without a sequence; the builder begins a new one.</summary>
    public ReadBatch Build()
    {
        var batch = _batch;
        _batch = new ReadBatch();
        _chipIndex.Clear();
        return batch;
    }
}
