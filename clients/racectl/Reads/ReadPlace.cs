namespace RaceSystem.Racectl.Reads;

/// <summary>Where reads were made, and by what.</summary>
internal sealed record ReadPlace(string PointId, string DeviceId);
