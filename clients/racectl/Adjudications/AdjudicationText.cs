using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.Clocks;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Standings;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Adjudications;

/// <summary>Decisions and their effect for people and for programs.</summary>
internal static class AdjudicationText
{
    /// <summary>What was done or would be, and what changes.</summary>
    public static void Answer(Terminal terminal, string done, bool preview, Adjudication adjudication, AdjudicationEffect effect)
    {
        var changes = (preview, effect.ChangedCount) switch
        {
            (_, 0) => "nothing changes",
            (true, var count) => $"{Runners(count)} would change",
            (false, var count) => $"{Runners(count)} changed",
        };
        var moved = effect.MovedCount > 0 ? $", {effect.MovedCount} of them by a place only" : "";
        terminal.Answer(
            $"{adjudication.AdjudicationId} ({DecisionOf(adjudication)}) {done}; {changes}{moved}.",
            new { adjudication = Json(adjudication), preview, changed = effect.ChangedCount, moved = effect.MovedCount, rows = effect.Rows.Select(Json) });
        if (!terminal.IsJson && effect.Rows.Count > 0)
        {
            terminal.OutputConsole().Write(EffectTable(effect));
        }
    }

    /// <summary>What was decided, in a few words.</summary>
    public static string DecisionOf(Adjudication adjudication) => adjudication.DecisionCase switch
    {
        Adjudication.DecisionOneofCase.Disqualification => $"disqualified, {adjudication.Disqualification.RuleNumber}",
        Adjudication.DecisionOneofCase.NotClassification => "not classified",
        Adjudication.DecisionOneofCase.Reinstatement => "reinstated",
        Adjudication.DecisionOneofCase.Penalty => $"penalty {Signed(adjudication.Penalty.Time)}{(adjudication.Penalty.RuleNumber.Length > 0 ? ", " + adjudication.Penalty.RuleNumber : "")}",
        Adjudication.DecisionOneofCase.TimeAdjustment => $"time {Signed(adjudication.TimeAdjustment.Time)}{(adjudication.TimeAdjustment.FromSplitId.Length > 0 ? " from " + adjudication.TimeAdjustment.FromSplitId : "")}",
        Adjudication.DecisionOneofCase.CrossingOverride => $"crossing of {adjudication.CrossingOverride.SplitId} {(adjudication.CrossingOverride.PassingTime is { } time ? "at " + ClockOptions.Text(time) : "taken away")}",
        Adjudication.DecisionOneofCase.StartDecision => StartOf(adjudication.StartDecision),
        Adjudication.DecisionOneofCase.FinishOrder => $"finish order of {adjudication.FinishOrder.Bibs.Count}",
        Adjudication.DecisionOneofCase.ChipDecision => $"chip {adjudication.ChipDecision.Chip} {(adjudication.ChipDecision.Counts ? "counts" : "does not count")}",
        Adjudication.DecisionOneofCase.BibSwap => $"bib swapped with {adjudication.BibSwap.OtherBib}",
        Adjudication.DecisionOneofCase.RaceMove => $"moved to {adjudication.RaceMove.ToRaceId}",
        Adjudication.DecisionOneofCase.AnomalyDismissal => $"anomaly {adjudication.AnomalyDismissal.AnomalyId} dismissed",
        _ => "a kind of decision that this version does not know",
    };

    public static Table Table(IEnumerable<Adjudication> adjudications)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("Id", "Race", "Bib", "Decision", "By", "Decided", "Note", "Revoked by", "Appeal");
        foreach (var adjudication in adjudications)
        {
            Add(
                table,
                adjudication.AdjudicationId,
                adjudication.RaceId,
                adjudication.Bib,
                DecisionOf(adjudication),
                adjudication.DecidedBy,
                ClockOptions.Text(adjudication.DecideTime),
                adjudication.Note,
                adjudication.Revocation?.RevokedBy ?? "",
                AppealOf(adjudication.Appeal));
        }

        return table;
    }

    public static JsonElement Json(IMessage message)
    {
        using var document = JsonDocument.Parse(JsonFormatter.Default.Format(message));
        return document.RootElement.Clone();
    }

    private static Table EffectTable(AdjudicationEffect effect)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("Race", "Bib", "Status", "Time", "Place", "By sex", "By division");
        foreach (var row in effect.Rows)
        {
            Add(
                table,
                row.RaceId,
                (row.After ?? row.Before).Bib,
                Change(row, standing => ResultWords.Of(standing.Status)),
                Change(row, standing => Clock(standing.OfficialTime)),
                Change(row, standing => Place(standing.Places?.Overall)),
                Change(row, standing => Place(standing.Places?.BySex)),
                Change(row, standing => Place(standing.Places?.ByDivision)));
        }

        return table;
    }

    private static string Change(EffectRow row, Func<Standing, string> value)
    {
        var (before, after) = (row.Before is null ? "not in the race" : value(row.Before), row.After is null ? "not in the race" : value(row.After));
        return before == after ? before : $"{(before.Length > 0 ? before : "-")} → {(after.Length > 0 ? after : "-")}";
    }

    private static string StartOf(StartDecision decision) => decision.StartCase switch
    {
        StartDecision.StartOneofCase.WaveId => $"started with wave {decision.WaveId}",
        StartDecision.StartOneofCase.Offset => $"start {Signed(decision.Offset)} from the gun",
        _ => $"start at {ClockOptions.Text(decision.Time)}",
    };

    private static string AppealOf(Appeal? appeal) => appeal?.State switch
    {
        null => "",
        AppealState.Lodged => $"open, until {ClockOptions.Text(appeal.Deadline)}",
        AppealState.Upheld => "upheld",
        AppealState.Rejected => "rejected",
        AppealState.Withdrawn => "withdrawn",
        _ => $"{appeal.State}",
    };

    private static string Runners(int count) => count == 1 ? "1 runner" : $"{count} runners";

    private static string Signed(Duration time) => (time.ToTimeSpan().TotalSeconds >= 0 ? "+" : "-") + time.ToTimeSpan().Duration().ToString(@"h\:mm\:ss\.FFFFFF", CultureInfo.InvariantCulture).TrimEnd('.');

    private static string Clock(Duration? time) => time is null ? "" : time.ToTimeSpan() is var span ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span:mm\\:ss}") : "";

    private static string Place(int? place) => place is > 0 ? place.Value.ToString(CultureInfo.InvariantCulture) : "";

    private static void Add(Table table, params string[] cells) => table.AddRow(cells.Select(Markup.Escape).ToArray());
}
