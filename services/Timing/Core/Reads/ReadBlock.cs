namespace RaceSystem.Timing.Core.Reads;

/// <summary>Where the reads of one key lie in a <see cref="ReadArena"/>. The default is an empty set without room.</summary>
internal struct ReadBlock
{
    /// <summary>Index of the chunk; chunks are shared by small blocks, a large block has its own.</summary>
    internal int Chunk;

    /// <summary>First slot in the chunk.</summary>
    internal int Offset;

    /// <summary>Reads in use.</summary>
    internal int Count;

    /// <summary>Slots, a power of two; 0 before the first read.</summary>
    internal int Capacity;
}
