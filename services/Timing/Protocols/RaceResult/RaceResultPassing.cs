namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>A passing record.</summary>
/// <param name="Number">Of the passing in its file, from 1 without gaps.</param>
/// <param name="File">Number of its file; null where the record has none.</param>
/// <param name="Location">Name of the box; empty where the record has none.</param>
/// <param name="Value">What was detected; null when the record's content makes no sense.</param>
/// <param name="Marker">A marker instead of a read.</param>
/// <param name="Problem">Why there is neither.</param>
internal sealed record RaceResultPassing(long Number, long? File, string Location, DecodedRead? Value, DecodedMarker? Marker, string Problem);
