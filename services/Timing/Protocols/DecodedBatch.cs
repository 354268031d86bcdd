namespace RaceSystem.Timing.Protocols;

/// <summary>Reads and markers of one location that a decoder sent together, at most <see cref="MaxReads"/> and 100.</summary>
/// <param name="Location">The decoder's name for where they were made; empty when the protocol has none.</param>
/// <param name="Reads">In the decoder's order.</param>
/// <param name="Markers">In the decoder's order.</param>
public sealed record DecodedBatch(string Location, IReadOnlyList<DecodedRead> Reads, IReadOnlyList<DecodedMarker> Markers)
{
    /// <summary>Reads in one batch; a session splits what is longer.</summary>
    public const int MaxReads = 1_000;
}
