namespace RaceSystem.Dashboard.Service.TimingPoints;

/// <summary>One reader, worded as it is shown.</summary>
public sealed record DeviceRow(string Id, string Name, bool Connected, string Rate, string Reads, string Last);
