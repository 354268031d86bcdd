namespace RaceSystem.Timing.Protocols.Impinj;

/// <summary>What one JSON object of a reader says; parts that it does not say are null.</summary>
/// <param name="Location">The reader's host name; empty when it does not tell.</param>
/// <param name="SentMicros">When the reader made the event, on its clock.</param>
/// <param name="Read">A tag was read.</param>
/// <param name="Marker">An input changed.</param>
internal readonly record struct ImpinjEvent(string Location, long? SentMicros, DecodedRead? Read, DecodedMarker? Marker);
