namespace RaceSystem.Dashboard.Service.Live;

/// <summary>One server-sent event, encoded once and shared by all viewers.</summary>
/// <param name="Name">Event type that the page's script listens to.</param>
/// <param name="Data">JSON in UTF-8; nobody writes to it after it was published.</param>
public sealed record LiveEvent(string Name, byte[] Data);
