namespace RaceSystem.Dashboard.Service.TimingPoints;

/// <summary>One timing point, worded as it is shown.</summary>
/// <param name="Id">timing_point_id, the row's key.</param>
/// <param name="Name">display_name.</param>
/// <param name="Rate">Reads a second over the last ten.</param>
/// <param name="Reads">Reads so far.</param>
/// <param name="Passings">Passings made of them.</param>
/// <param name="Seen">Runners seen, once a visit.</param>
/// <param name="Expected">Runners expected: seen before on their course.</param>
/// <param name="Missed">Runners surely missed: seen later, not here.</param>
/// <param name="HasMissed">Whether more than one in a hundred was.</param>
/// <param name="MissedByMain">Share of the backup devices' passings that no main device read.</param>
/// <param name="MissedByBackup">Share of the main devices' passings that no backup device read.</param>
/// <param name="Unknown">Chips that belong to no entry.</param>
/// <param name="HasUnknown">Whether there are such chips: worth a look.</param>
/// <param name="Spread">How far the corrected clocks of the devices lie apart.</param>
/// <param name="Last">Time of day of the last read at the venue.</param>
/// <param name="Connected">Devices with an open upload, of how many: <c>2 of 3</c>.</param>
/// <param name="AllConnected">Whether none is missing.</param>
/// <param name="Devices">The devices.</param>
public sealed record TimingPointRow(
    string Id, string Name, string Rate, string Reads, string Passings, string Seen, string Expected, string Missed, bool HasMissed,
    string MissedByMain, string MissedByBackup, string Unknown, bool HasUnknown, string Spread, string Last, string Connected, bool AllConnected,
    IReadOnlyList<DeviceRow> Devices);
