using RaceSystem.Racectl.Clocks;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Quarantines;

/// <summary>Quarantines for people and for programs.</summary>
internal static class QuarantineTable
{
    public static Table Of(IEnumerable<Quarantine> quarantines) => Tables.Of(
        ["Quarantine", "Device", "State", "Fault", "First read", "Last read", "Reads", "Chips", "Suspected s", "What was seen", "Decided by", "Note"],
        quarantines.Select(one => new[]
        {
            one.QuarantineId,
            one.DeviceId,
            Word(one.State),
            Word(one.Fault),
            Moments.Text(one.FirstReadTime),
            Moments.Text(one.LastReadTime),
            $"{one.ReadCount}",
            $"{one.ChipCount}",
            one.SuspectedOffset is null ? "" : Offsets.Format(one.SuspectedOffset.ToTimeSpan()),
            one.Evidence,
            one.DecidedBy,
            one.Note,
        }));

    public static object Json(Quarantine one) => new
    {
        id = one.QuarantineId,
        device = one.DeviceId,
        state = Word(one.State),
        fault = Word(one.Fault),
        from = Moments.Text(one.FromDeviceTime),
        to = Moments.Text(one.ToDeviceTime),
        firstRead = Moments.Text(one.FirstReadTime),
        lastRead = Moments.Text(one.LastReadTime),
        reads = one.ReadCount,
        chips = one.ChipCount,
        suspectedOffsetS = one.SuspectedOffset?.ToTimeSpan().TotalSeconds,
        evidence = one.Evidence,
        opened = Moments.Text(one.OpenTime),
        decidedBy = one.DecidedBy,
        decided = Moments.Text(one.DecideTime),
        note = one.Note,
        correction = one.Correction is null ? null : ClockTables.Json(one.Correction),
    };

    public static string Word(QuarantineState state) => state switch
    {
        QuarantineState.Open => "open",
        QuarantineState.Released => "released",
        _ => "discarded",
    };

    private static string Word(ClockFault fault) => fault switch
    {
        ClockFault.Zone => "zone",
        ClockFault.Date => "date",
        ClockFault.Unset => "unset",
        _ => "offset",
    };
}
