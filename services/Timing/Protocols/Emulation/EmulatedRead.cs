namespace RaceSystem.Timing.Protocols.Emulation;

/// <summary>A read that an emulated decoder has to deliver.</summary>
/// <param name="Location">The decoder's name for where it was made.</param>
/// <param name="Chip">Chip code, <see cref="DecoderProtocol.ChipDigits"/> long.</param>
/// <param name="TimeMicros">UTC; the emulator writes it as its decoder would, in <see cref="EmulatorSettings.Zone"/>.</param>
/// <param name="RssiDbm">Signal strength.</param>
/// <param name="Antenna">Antenna port, 1 to 4.</param>
public readonly record struct EmulatedRead(string Location, string Chip, long TimeMicros, short RssiDbm, ushort Antenna);
