using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Standings;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.ExplainResult;

/// <summary>An explanation of a result for people: the steps to the time, the passings, the reads of each.</summary>
internal static class ResultExplanationText
{
    public static void Write(Terminal terminal, ExplainResultResponse explanation)
    {
        terminal.Output.WriteLine(HeadOf(explanation));
        foreach (var step in explanation.Steps)
        {
            terminal.Output.WriteLine($"  {step}");
        }

        if (explanation.Gun.Record is { } gun)
        {
            terminal.Output.WriteLine($"  gun recorded by {gun.RecordedBy} at {Moments.Text(gun.RecordTime)}{(gun.Note.Length > 0 ? $": {gun.Note}" : "")}");
        }

        var clock = new DayClock([.. explanation.Passings.Select(passing => passing.PassingTime), .. explanation.Reads.SelectMany(reads => reads.Reads).SelectMany(read => (Timestamp[])[read.CorrectedTime, read.DeviceTime])]);
        terminal.Output.WriteLine(clock.Title);
        terminal.OutputConsole().Write(PassingsOf(explanation, clock));
        if (explanation.Reads.Count > 0)
        {
            terminal.OutputConsole().Write(ReadsOf(explanation, clock));
        }

        foreach (var reads in explanation.Reads.Where(reads => reads.ReadCount > reads.Reads.Count))
        {
            terminal.Say($"{reads.ReadCount - reads.Reads.Count} more reads of {reads.Chip} at {reads.TimingPoint.TimingPointId}: racectl timing explain lists them.");
        }
    }

    /// <summary>Who, and what came out.</summary>
    private static string HeadOf(ExplainResultResponse explanation)
    {
        var standing = explanation.Result.Standing;
        var name = standing.DisplayName.Length > 0 ? $" ({standing.DisplayName})" : "";
        var time = standing.OfficialTime is null ? "no time" : StandingsTable.Time(standing.OfficialTime, standing.Resolution == TimeResolution.Tenth);
        var places = standing.Places is { Overall: > 0 } found
            ? $"place {found.Overall}{(found.BySex > 0 ? $", {found.BySex} by sex" : "")}{(found.ByDivision > 0 ? $", {found.ByDivision} in {standing.DivisionId}" : "")}"
            : "no place";
        return $"Bib {standing.Bib}{name}, {explanation.Result.RaceId}: {ResultWords.Of(standing.Status)}, {time}, {places}";
    }

    private static Table PassingsOf(ExplainResultResponse explanation, DayClock clock) => Tables.Of(
        ["Time", "Point", "Split", "From", "What became of it", "How the time came about"],
        explanation.Passings.Select(passing => new[]
        {
            clock.Text(passing.PassingTime),
            passing.TimingPointId,
            passing.Verdict == PassingVerdict.Counts ? passing.SplitId : "",
            OriginOf(passing),
            passing.Rule,
            MadeOf(explanation, passing),
        }));

    /// <summary>Reads by time. Chip and device time have columns where they tell something.</summary>
    private static Table ReadsOf(ExplainResultResponse explanation, DayClock clock)
    {
        var reads = explanation.Reads.SelectMany(reads => reads.Reads.Select(read => (Of: reads, Read: read))).OrderBy(row => row.Read.CorrectedTime).ToList();
        var chips = explanation.Reads.Select(of => of.Chip).Distinct().Count() > 1;
        var corrected = reads.Exists(row => !row.Read.CorrectedTime.Equals(row.Read.DeviceTime) || row.Read.ClockCorrectionIds.Count > 0);
        return Tables.Of(
            Cells("Read", "Point", "Chip", "Device", "Device time", "Clock s", "What became of it"),
            reads.Select(row => Cells(
                clock.Text(row.Read.CorrectedTime),
                row.Of.TimingPoint.TimingPointId,
                row.Of.Chip,
                row.Read.Role == DeviceRole.Backup ? $"{row.Read.DeviceId} (backup)" : row.Read.DeviceId,
                clock.Text(row.Read.DeviceTime),
                ClockOf(row.Read),
                BecameOf(explanation, row.Of, row.Read))));

        string[] Cells(string time, string point, string chip, string device, string deviceTime, string correction, string became) =>
            [time, point, .. chips ? (string[])[chip] : [], device, .. corrected ? (string[])[deviceTime, correction] : [], became];
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
}
