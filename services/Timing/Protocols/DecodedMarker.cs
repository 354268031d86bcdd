namespace RaceSystem.Timing.Protocols;

/// <summary>An event on the decoder's clock that is no read.</summary>
/// <param name="TimeMicros">As <see cref="DecodedRead.TimeMicros"/>.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Name">The decoder's own words, at most 100 characters.</param>
public readonly record struct DecodedMarker(long TimeMicros, MarkerKind Kind, string Name);
