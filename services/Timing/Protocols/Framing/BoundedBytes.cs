namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>Collects bytes up to a limit and forgets what comes behind it.</summary>
/// <param name="limit">Most bytes.</param>
internal sealed class BoundedBytes(int limit)
{
    private byte[] _bytes = new byte[Math.Min(limit, 512)];

    /// <summary>Bytes kept.</summary>
    public int Count { get; private set; }

    /// <summary>Whether more came than was kept.</summary>
    public bool IsOversize { get; private set; }

    /// <summary>What was kept.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Count);

    public void Append(byte next)
    {
        if (Count == limit)
        {
            IsOversize = true;
            return;
        }

        if (Count == _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Min(limit, _bytes.Length * 2));
        }

        _bytes[Count++] = next;
    }

    /// <summary>A copy of what was kept; the collection is empty afterwards.</summary>
    public byte[] Take()
    {
        var taken = Span.ToArray();
        Clear();
        return taken;
    }

    public void Clear() => (Count, IsOversize) = (0, false);
}
