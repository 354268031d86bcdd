using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.Clocks;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.ExplainResult;

/// <summary>An explanation of a result for people: the steps to the time, the passings, the reads of each.</summary>
internal static class ResultExplanationText
{
    public static void Write(Terminal terminal, ExplainResultResponse explanation)
    {
        var standing = explanation.Result.Standing;
        terminal.Output.WriteLine($"{standing.Bib} {standing.DisplayName}, {explanation.Result.RaceId}: {TimeOf(standing.OfficialTime)} place {standing.Places.Overall}, by sex {standing.Places.BySex}, by division {standing.Places.ByDivision}");
        foreach (var step in explanation.Steps)
        {
            terminal.Output.WriteLine($"  {step}");
        }

        if (explanation.Gun.Record is { } gun)
        {
            terminal.Output.WriteLine($"  gun recorded by {gun.RecordedBy} at {ClockOptions.Text(gun.RecordTime)}{(gun.Note.Length > 0 ? $": {gun.Note}" : "")}");
        }

        terminal.OutputConsole().Write(PassingsOf(explanation));
        if (explanation.Reads.Count > 0)
        {
            terminal.OutputConsole().Write(ReadsOf(explanation));
        }

        foreach (var reads in explanation.Reads.Where(reads => reads.ReadCount > reads.Reads.Count))
        {
            terminal.Say($"{reads.ReadCount - reads.Reads.Count} more reads of {reads.Chip} at {reads.TimingPoint.TimingPointId}: racectl timing explain lists them.");
        }
    }

    private static Table PassingsOf(ExplainResultResponse explanation)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("Time", "Point", "Split", "From", "What became of it", "How the time came about");
        foreach (var passing in explanation.Passings)
        {
            var counts = passing.Verdict == PassingVerdict.Counts;
            table.AddRow(new[]
            {
                ClockOptions.Text(passing.PassingTime),
                passing.TimingPointId,
                counts ? passing.SplitId : "",
                OriginOf(passing),
                passing.Rule,
                MadeOf(explanation, passing),
            }.Select(Markup.Escape).ToArray());
        }

        return table;
    }

    private static Table ReadsOf(ExplainResultResponse explanation)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("Read", "Point", "Chip", "Device", "Device time", "Clock s", "What became of it");
        foreach (var reads in explanation.Reads)
        {
            foreach (var read in reads.Reads)
            {
                table.AddRow(new[]
                {
                    ClockOptions.Text(read.CorrectedTime),
                    reads.TimingPoint.TimingPointId,
                    reads.Chip,
                    read.Role == DeviceRole.Backup ? $"{read.DeviceId} (backup)" : read.DeviceId,
                    ClockOptions.Text(read.DeviceTime),
                    ClockOf(read),
                    BecameOf(explanation, reads, read),
                }.Select(Markup.Escape).ToArray());
            }
        }

        return table;
    }

    /// <summary>What Timing did with a read, and what scoring did with its passing.</summary>
    private static string BecameOf(ExplainResultResponse explanation, ChipReads reads, ExplainedRead read)
    {
        var passing = explanation.Passings.FirstOrDefault(passing =>
            read.PassingNumber > 0 && passing.PassingNumber == read.PassingNumber && passing.Chip == reads.Chip && passing.TimingPointId == reads.TimingPoint.TimingPointId);
        return passing is null ? read.Rule : $"{read.Rule}; {(passing.Verdict == PassingVerdict.Counts ? $"crossing of '{passing.SplitId}'" : passing.Rule)}";
    }

    private static string MadeOf(ExplainResultResponse explanation, RunnerPassing passing)
    {
        if (passing.ManualPassing is { } manual)
        {
            return $"recorded by {manual.RecordedBy}{(manual.Note.Length > 0 ? $": {manual.Note}" : "")}";
        }

        var made = explanation.Reads.FirstOrDefault(reads => reads.Chip == passing.Chip && reads.TimingPoint.TimingPointId == passing.TimingPointId)?
            .Passings.FirstOrDefault(made => made.Number == passing.PassingNumber);
        return made is null ? "" : $"{made.Rule}; {made.ReadCount} reads";
    }

    private static string OriginOf(RunnerPassing passing) => passing.Origin switch
    {
        PassingOrigin.Chip => passing.Chip,
        PassingOrigin.ManualOverride => "by hand, overrides",
        PassingOrigin.ManualFallback => "by hand",
        _ => $"decision {passing.AdjudicationId}",
    };

    private static string ClockOf(ExplainedRead read)
    {
        var correction = (read.CorrectedTime.ToDateTime() - read.DeviceTime.ToDateTime()).TotalSeconds;
        var ids = read.ClockCorrectionIds.Count > 0 ? $" ({string.Join(", ", read.ClockCorrectionIds)})" : "";
        return correction.ToString("+0.000000;-0.000000;0", CultureInfo.InvariantCulture) + ids;
    }

    private static string TimeOf(Duration? time) => time is null ? "no time," : $"{time.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture)},";
}
