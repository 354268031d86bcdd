namespace RaceSystem.Timing.EdgeAgent.Csv;

/// <summary>One line of the CSV protocol.</summary>
internal readonly record struct CsvRead(string Chip, long TimeMicros, int RssiDbm, int Antenna);
