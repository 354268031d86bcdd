using System.Globalization;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Explain;

/// <summary>An explanation of passings for people and for programs.</summary>
internal static class ExplanationTables
{
    public static Table PassingsOf(ExplainPassingResponse explanation) => Tables.Of(
        ["Passing", "Time", "Counts", "Reads", "Lasted s", "How the time came about"],
        explanation.Passings.Select(passing => new[]
        {
            $"{passing.Number}",
            Moments.Text(passing.PassingTime),
            passing.Counts ? "yes" : "no",
            $"{passing.ReadCount}",
            passing.Span.ToTimeSpan().TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture),
            passing.Rule,
        }));

    public static Table ReadsOf(ExplainPassingResponse explanation) => Tables.Of(
        ["Time", "Device", "Device time", "dBm", "Antenna", "Passing", "What became of it"],
        explanation.Reads.Select(read => new[]
        {
            Moments.Text(read.CorrectedTime),
            read.DeviceId,
            Moments.Text(read.DeviceTime),
            read.RssiDbm == 0 ? "" : $"{read.RssiDbm}",
            read.Antenna == 0 ? "" : $"{read.Antenna}",
            read.PassingNumber == 0 ? "" : $"{read.PassingNumber}",
            read.Rule,
        }));

    public static object Json(ExplainPassingResponse explanation) => new
    {
        passings = explanation.Passings.Select(passing => new
        {
            number = passing.Number,
            time = Moments.Text(passing.PassingTime),
            readTime = Moments.Text(passing.ReadTime),
            counts = passing.Counts,
            reads = passing.ReadCount,
            spanS = passing.Span.ToTimeSpan().TotalSeconds,
            rule = passing.Rule,
        }),
        reads = explanation.Reads.Select(read => new
        {
            time = Moments.Text(read.CorrectedTime),
            device = read.DeviceId,
            deviceTime = Moments.Text(read.DeviceTime),
            rssiDbm = read.RssiDbm,
            antenna = read.Antenna,
            passing = read.PassingNumber,
            disposition = Word(read.Disposition),
            rule = read.Rule,
            quarantine = read.QuarantineId,
            corrections = read.ClockCorrectionIds,
        }),
    };

    private static string Word(ReadDisposition disposition) => disposition switch
    {
        ReadDisposition.GaveTime => "gave-time",
        ReadDisposition.Fitted => "fitted",
        ReadDisposition.PartOfPassing => "part-of-passing",
        ReadDisposition.BackupNotNeeded => "backup-not-needed",
        ReadDisposition.BeforeMinimum => "before-minimum",
        ReadDisposition.OverLimit => "over-limit",
        ReadDisposition.Quarantined => "quarantined",
        _ => "",
    };
}
