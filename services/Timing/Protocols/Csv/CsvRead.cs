namespace RaceSystem.Timing.Protocols.Csv;

/// <summary>A line.</summary>
internal readonly record struct CsvRead(string Location, DecodedRead Value);
