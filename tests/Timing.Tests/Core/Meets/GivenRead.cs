namespace RaceSystem.Timing.Tests.Core.Meets;

/// <summary>A read as a test makes it: by names, not by numbers.</summary>
internal readonly record struct GivenRead(string Point, string Chip, string Device, long TimeMicros, short Rssi, ushort Antenna);
