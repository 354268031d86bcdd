using RaceSystem.Client;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Lanes;

/// <summary>Makes one batch of several records. Which ones fit depends on their counts alone, so the same records always make the same batch.</summary>
internal sealed class BatchMerger
{
    private readonly Dictionary<string, uint> _chips = new(StringComparer.Ordinal);
    private ReadBatch _batch = new();
    private int _reads;
    private int _markers;
    private int _records;

    internal bool IsEmpty => _records == 0;

    /// <summary>Whether a record goes into the same batch as those before it.</summary>
    internal bool Fits(SpoolRecord record) =>
        IsEmpty || (_reads + record.ReadCount <= ReadBatchBuilder.MaxReads && _markers + record.MarkerCount <= ReadBatchBuilder.MaxMarkers);

    /// <summary>Counts a record without reading its batch: to find where a sequence ends.</summary>
    internal void Count(SpoolRecord record)
    {
        _records++;
        _reads += record.ReadCount;
        _markers += record.MarkerCount;
    }

    internal void Add(SpoolRecord record)
    {
        Count(record);
        var source = record.Parse();
        Span<uint> index = source.ChipCodes.Count <= 256 ? stackalloc uint[source.ChipCodes.Count] : new uint[source.ChipCodes.Count];
        for (var i = 0; i < index.Length; i++)
        {
            index[i] = IndexOf(source.ChipCodes[i]);
        }

        for (var i = 0; i < source.TimeUs.Count; i++)
        {
            _batch.ChipIndex.Add(index[(int)source.ChipIndex[i]]);
            _batch.TimeUs.Add(source.TimeUs[i]);
            _batch.RssiDbm.Add(source.RssiDbm[i]);
            _batch.Antenna.Add(source.Antenna[i]);
        }

        _batch.Markers.Add(source.Markers);
    }

    /// <summary>The batch of everything added; begins anew.</summary>
    internal ReadBatch Take()
    {
        var batch = _batch;
        _batch = new ReadBatch();
        _chips.Clear();
        (_reads, _markers, _records) = (0, 0, 0);
        return batch;
    }

    private uint IndexOf(string chip)
    {
        if (!_chips.TryGetValue(chip, out var index))
        {
            index = (uint)_batch.ChipCodes.Count;
            _batch.ChipCodes.Add(chip);
            _chips.Add(chip, index);
        }

        return index;
    }
}
