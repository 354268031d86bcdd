namespace RaceSystem.Dashboard.Service.Control;

/// <summary>What race control looks at, for the page and its script.</summary>
/// <param name="Summary">Alarms in a few words.</param>
/// <param name="Unseen">Alarms that nobody has seen.</param>
/// <param name="Alarms">Those that hold: unseen ones first, the newest first.</param>
/// <param name="Devices">By timing point.</param>
/// <param name="Quarantines">Those that wait for a decision.</param>
/// <param name="Zone">IANA zone that the times of day are in.</param>
public sealed record ControlMessage(
    string Summary, int Unseen, IReadOnlyList<AlarmLine> Alarms, IReadOnlyList<DeviceLine> Devices, IReadOnlyList<QuarantineLine> Quarantines, string Zone);
