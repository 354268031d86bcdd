using RaceSystem.Racectl.Clocks;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Quarantines;

/// <summary>Quarantines for people and for programs.</summary>
internal static class QuarantineTable
{
    public static Table Of(IEnumerable<Quarantine> quarantines)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("Quarantine", "Device", "State", "Fault", "First read", "Last read", "Reads", "Chips", "Suspected s", "What was seen", "Decided by", "Note");
        foreach (var one in quarantines)
        {
            table.AddRow(new[]
            {
                one.QuarantineId,
                one.DeviceId,
                Word(one.State),
                Word(one.Fault),
                ClockOptions.Text(one.FirstReadTime),
                ClockOptions.Text(one.LastReadTime),
                $"{one.ReadCount}",
                $"{one.ChipCount}",
                one.SuspectedOffset is null ? "" : Offsets.Format(one.SuspectedOffset.ToTimeSpan()),
                one.Evidence,
                one.DecidedBy,
                one.Note,
            }.Select(Markup.Escape).ToArray());
        }

        return table;
    }

    public static object Json(Quarantine one) => new
    {
        id = one.QuarantineId,
        device = one.DeviceId,
        state = Word(one.State),
        fault = Word(one.Fault),
        from = ClockOptions.Text(one.FromDeviceTime),
        to = ClockOptions.Text(one.ToDeviceTime),
        firstRead = ClockOptions.Text(one.FirstReadTime),
        lastRead = ClockOptions.Text(one.LastReadTime),
        reads = one.ReadCount,
        chips = one.ChipCount,
        suspectedOffsetS = one.SuspectedOffset?.ToTimeSpan().TotalSeconds,
        evidence = one.Evidence,
        opened = ClockOptions.Text(one.OpenTime),
        decidedBy = one.DecidedBy,
        decided = ClockOptions.Text(one.DecideTime),
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
