using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>
/// Knows the newest frames of a connection that are on disk, so that a frame which comes once more is answered without
/// being stored again. Frames are told apart by a digest of all their bytes: two that differ are never taken for one.
/// Not thread-safe.
/// </summary>
/// <param name="capacity">Frames that are known.</param>
public sealed class RecentFrames(int capacity)
{
    private readonly Queue<UInt128> _order = new();
    private readonly HashSet<UInt128> _known = [];

    /// <summary>Whether the frame is known.</summary>
    public bool Contains(ReadOnlySpan<byte> frame) => _known.Contains(Digest(frame));

    /// <summary>Takes note of a frame, and forgets the oldest when there are too many.</summary>
    public void Add(ReadOnlySpan<byte> frame)
    {
        var digest = Digest(frame);
        if (!_known.Add(digest))
        {
            return;
        }

        _order.Enqueue(digest);
        if (_order.Count > capacity)
        {
            _known.Remove(_order.Dequeue());
        }
    }

    private static UInt128 Digest(ReadOnlySpan<byte> frame)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(frame, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
