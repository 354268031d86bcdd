using System.Runtime.InteropServices;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Meets;

/// <summary>
/// The keys of a meet, each a chip at a point where it was read, with their reads; and which of them wait to be settled.
/// </summary>
internal sealed class KeyTable
{
    private readonly ReadArena _arena = new();
    private readonly List<int> _touched = [];
    private KeyReads[] _keys = new KeyReads[256];

    /// <summary>Number of keys.</summary>
    internal int Count { get; private set; }

    /// <summary>Keys whose reads or rules changed since they were last settled.</summary>
    internal ReadOnlySpan<int> Touched => CollectionsMarshal.AsSpan(_touched);

    /// <summary>A key; valid until one is added.</summary>
    internal ref KeyReads this[int key] => ref _keys[key];

    /// <summary>The key of a chip at a point where it was not read yet.</summary>
    internal int Add(PointState state, int point, int chip)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, _keys.Length * 2);
        }

        _keys[Count] = new KeyReads { Point = point, Chip = chip };
        state.SetKey(chip, Count);
        return Count++;
    }

    /// <summary>Adds a read and touches its key; false when it is there already.</summary>
    internal bool Insert(int key, in Read read)
    {
        var isNew = _arena.Insert(ref _keys[key].Block, read);
        if (isNew)
        {
            Touch(key);
        }

        return isNew;
    }

    /// <summary>The reads of a key, ordered by device time; valid until the next one is added.</summary>
    internal ReadOnlySpan<Read> ReadsOf(int key) => _arena.ReadsOf(_keys[key].Block);

    internal bool HasReadOf(int key, int device)
    {
        foreach (ref readonly var read in ReadsOf(key))
        {
            if (read.Device == device)
            {
                return true;
            }
        }

        return false;
    }

    internal void Touch(int key)
    {
        if (!_keys[key].Touched)
        {
            _keys[key].Touched = true;
            _touched.Add(key);
        }
    }

    /// <summary>Forgets that any key was touched.</summary>
    internal void ClearTouched()
    {
        foreach (var key in _touched)
        {
            _keys[key].Touched = false;
        }

        _touched.Clear();
    }
}
