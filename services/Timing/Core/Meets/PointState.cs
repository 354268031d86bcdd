using RaceSystem.Timing.Core.Passings;

namespace RaceSystem.Timing.Core.Meets;

/// <summary>One timing point: its rule, its keys and its counts.</summary>
internal sealed class PointState(string pointId, PassingRule rule)
{
    private int[] _keyOfChip = [];

    internal string PointId { get; } = pointId;

    internal PassingRule Rule { get; set; } = rule;

    /// <summary>Distinct reads.</summary>
    internal long ReadCount { get; set; }

    internal long PassingCount { get; set; }

    internal PassingReaders Readers { get; set; }

    internal int ChipCount { get; private set; }

    /// <summary>Latest corrected read time; 0 before the first read.</summary>
    internal long LastReadMicros { get; set; }

    internal PointCounts Counts => new(ReadCount, PassingCount, ChipCount, LastReadMicros, Readers);

    /// <summary>Key of a chip here; -1 when it was not read here.</summary>
    internal int KeyOf(int chip) => chip < _keyOfChip.Length ? _keyOfChip[chip] - 1 : -1;

    internal void SetKey(int chip, int key)
    {
        if (chip >= _keyOfChip.Length)
        {
            Array.Resize(ref _keyOfChip, Math.Max(chip + 1, Math.Max(64, _keyOfChip.Length * 2)));
        }

        _keyOfChip[chip] = key + 1;
        ChipCount++;
    }
}
