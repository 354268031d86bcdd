namespace RaceSystem.Timing.Protocols;

/// <summary>What a decoder tells of itself; null where it does not.</summary>
/// <param name="Name">Its name or serial number.</param>
/// <param name="BatteryPercent">0 to 100.</param>
/// <param name="TemperatureC">Degrees Celsius.</param>
public sealed record DecoderStatus(string? Name = null, double? BatteryPercent = null, double? TemperatureC = null);
