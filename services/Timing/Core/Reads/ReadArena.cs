using System.Numerics;

namespace RaceSystem.Timing.Core.Reads;

/// <summary>
/// Memory of all read sets of a meet: sorted sets as blocks of 4, 8, 16 … slots cut from chunks of half a megabyte.
/// A set that outgrows its block moves to one of twice the size and its old block is given to the next set of that
/// size, so that a read costs no allocation in steady state and 7 million reads stay below 300 MB. Not thread-safe.
/// </summary>
internal sealed class ReadArena
{
    private const int SmallestBlock = 4;
    private const int ChunkSize = 32_768;

    private readonly List<Read[]> _chunks = [];
    private readonly Stack<(int Chunk, int Offset)>[] _free;
    private int _openChunk = -1;
    private int _openOffset = ChunkSize;

    internal ReadArena()
    {
        _free = new Stack<(int, int)>[31];
        for (var i = 0; i < _free.Length; i++)
        {
            _free[i] = new();
        }
    }

    /// <summary>The reads of a set, in order.</summary>
    internal ReadOnlySpan<Read> ReadsOf(in ReadBlock block) =>
        block.Count == 0 ? default : _chunks[block.Chunk].AsSpan(block.Offset, block.Count);

    /// <summary>Puts a read in its place; false when the set holds it already.</summary>
    internal bool Insert(ref ReadBlock block, in Read read)
    {
        var reads = ReadsOf(block);
        var position = PositionOf(reads, read, out var exists);
        if (exists)
        {
            return false;
        }

        if (block.Count == block.Capacity)
        {
            Grow(ref block);
        }

        var slots = _chunks[block.Chunk].AsSpan(block.Offset, block.Count + 1);
        slots[position..^1].CopyTo(slots[(position + 1)..]);
        slots[position] = read;
        block.Count++;
        return true;
    }

    /// <summary>Reads come almost in order, so the end is tried before the search.</summary>
    private static int PositionOf(ReadOnlySpan<Read> reads, in Read read, out bool exists)
    {
        exists = false;
        if (reads.IsEmpty || reads[^1].CompareTo(read) < 0)
        {
            return reads.Length;
        }

        int low = 0, high = reads.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = reads[middle].CompareTo(read);
            if (order == 0)
            {
                exists = true;
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return low;
    }

    private void Grow(ref ReadBlock block)
    {
        var grown = Take(block.Capacity == 0 ? SmallestBlock : block.Capacity * 2);
        ReadsOf(block).CopyTo(_chunks[grown.Chunk].AsSpan(grown.Offset, grown.Capacity));
        grown.Count = block.Count;
        if (block.Capacity > 0)
        {
            _free[BitOperations.Log2((uint)block.Capacity)].Push((block.Chunk, block.Offset));
        }

        block = grown;
    }

    private ReadBlock Take(int capacity)
    {
        if (_free[BitOperations.Log2((uint)capacity)].TryPop(out var freed))
        {
            return new ReadBlock { Chunk = freed.Chunk, Offset = freed.Offset, Capacity = capacity };
        }

        if (capacity > ChunkSize)
        {
            _chunks.Add(new Read[capacity]);
            return new ReadBlock { Chunk = _chunks.Count - 1, Capacity = capacity };
        }

        // A block never straddles chunks: powers of two fill a chunk exactly unless a larger one comes too late, and
        // then the rest of the chunk (at most the block's size) stays unused.
        if (_openOffset + capacity > ChunkSize)
        {
            _chunks.Add(new Read[ChunkSize]);
            _openChunk = _chunks.Count - 1;
            _openOffset = 0;
        }

        var block = new ReadBlock { Chunk = _openChunk, Offset = _openOffset, Capacity = capacity };
        _openOffset += capacity;
        return block;
    }
}
