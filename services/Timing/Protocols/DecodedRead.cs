namespace RaceSystem.Timing.Protocols;

/// <summary>One raw detection as a decoder told it.</summary>
/// <param name="Chip">Chip code in upper case, letters and digits alone.</param>
/// <param name="TimeMicros">Device time, microseconds since the Unix epoch, brought to UTC by the device's zone.</param>
/// <param name="RssiDbm">Signal strength; 0 when the decoder does not tell.</param>
/// <param name="Antenna">Antenna port; 0 when the decoder does not tell.</param>
public readonly record struct DecodedRead(string Chip, long TimeMicros, short RssiDbm = 0, ushort Antenna = 0);
