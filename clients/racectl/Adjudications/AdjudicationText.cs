using System.Globalization;
using Google.Protobuf.WellKnownTypes;
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
            (_, 0) => "no result changes",
            (true, var count) => $"{Runners(count)} would change",
            (false, var count) => $"{Runners(count)} changed",
        };
        var moved = effect.MovedCount > 0 ? $", {effect.MovedCount} of them in places only" : "";
        terminal.Answer(
            $"{NameOf(adjudication, preview)} {done}; {changes}{moved}.",
            new { adjudication = JsonMessages.Of(adjudication), preview, changed = effect.ChangedCount, moved = effect.MovedCount, rows = effect.Rows.Select(JsonMessages.Of) });
        if (!terminal.IsJson && effect.Rows.Count > 0)
        {
            terminal.OutputConsole().Write(EffectTable(effect));
        }

        if (!terminal.IsJson && effect.ChangedCount > effect.Rows.Count)
        {
            terminal.Say($"{effect.ChangedCount - effect.Rows.Count} more are not shown.");
        }
    }

    /// <summary>A decision that is not recorded has no id yet: the one that a preview answers is never seen again.</summary>
    private static string NameOf(Adjudication adjudication, bool preview) =>
        preview && adjudication.Revocation is null && adjudication.Appeal is null ? $"This decision ({DecisionOf(adjudication)})" : $"{adjudication.AdjudicationId} ({DecisionOf(adjudication)})";

    /// <summary>What was decided, in a few words.</summary>
    public static string DecisionOf(Adjudication adjudication) => adjudication.DecisionCase switch
    {
        Adjudication.DecisionOneofCase.Disqualification => $"disqualified, {adjudication.Disqualification.RuleNumber}",
        Adjudication.DecisionOneofCase.NotClassification => "not classified",
        Adjudication.DecisionOneofCase.Reinstatement => "reinstated",
        Adjudication.DecisionOneofCase.Penalty => $"penalty {Signed(adjudication.Penalty.Time)}{(adjudication.Penalty.RuleNumber.Length > 0 ? ", " + adjudication.Penalty.RuleNumber : "")}",
        Adjudication.DecisionOneofCase.TimeAdjustment => $"time {Signed(adjudication.TimeAdjustment.Time)}{(adjudication.TimeAdjustment.FromSplitId.Length > 0 ? " from " + adjudication.TimeAdjustment.FromSplitId : "")}",
        Adjudication.DecisionOneofCase.CrossingOverride => $"crossing of {adjudication.CrossingOverride.SplitId} {(adjudication.CrossingOverride.PassingTime is { } time ? "at " + Moments.Text(time) : "taken away")}",
        Adjudication.DecisionOneofCase.StartDecision => StartOf(adjudication.StartDecision),
        Adjudication.DecisionOneofCase.FinishOrder => $"finish order of {adjudication.FinishOrder.Bibs.Count}",
        Adjudication.DecisionOneofCase.ChipDecision => $"chip {adjudication.ChipDecision.Chip} {(adjudication.ChipDecision.Counts ? "counts" : "does not count")}",
        Adjudication.DecisionOneofCase.BibSwap => $"bib swapped with {adjudication.BibSwap.OtherBib}",
        Adjudication.DecisionOneofCase.RaceMove => $"moved to {adjudication.RaceMove.ToRaceId}",
        Adjudication.DecisionOneofCase.AnomalyDismissal => $"anomaly {adjudication.AnomalyDismissal.AnomalyId} dismissed",
        _ => "a kind of decision that this version does not know",
    };

    /// <summary>Decisions in lines; revocations and appeals have columns where there are any.</summary>
    public static Table Table(IReadOnlyCollection<Adjudication> adjudications)
    {
        var (revoked, appealed) = (adjudications.Any(adjudication => adjudication.Revocation is not null), adjudications.Any(adjudication => adjudication.Appeal is not null));
        return Tables.Of(
            Cells("Id", "Race", "Bib", "Decision", "By", "Decided (UTC)", "Note", "Revoked by", "Appeal"),
            adjudications.Select(adjudication => Cells(
                adjudication.AdjudicationId,
                adjudication.RaceId,
                adjudication.Bib,
                DecisionOf(adjudication),
                adjudication.DecidedBy,
                Minute(adjudication.DecideTime),
                adjudication.Note,
                adjudication.Revocation?.RevokedBy ?? "",
                AppealOf(adjudication.Appeal))));

        string[] Cells(string id, string race, string bib, string decision, string by, string decided, string note, string revocation, string appeal) =>
            [id, race, bib, decision, by, decided, note, .. revoked ? (string[])[revocation] : [], .. appealed ? (string[])[appeal] : []];
    }

    /// <summary>Who moves at a split alone would be a line without a difference; the count says so.</summary>
    private static Table EffectTable(AdjudicationEffect effect) => Tables.Of(
        ["Race", "Bib", "Status", "Time", "Place", "By sex", "By division"],
        effect.Rows.Where(row => !IsSameAtFinish(row)).Select(row => new[]
        {
            row.RaceId,
            (row.After ?? row.Before).Bib,
            Change(row, standing => ResultWords.Of(standing.Status)),
            Change(row, standing => Clock(standing.OfficialTime)),
            Change(row, standing => Place(standing.Places?.Overall)),
            Change(row, standing => Place(standing.Places?.BySex)),
            Change(row, standing => Place(standing.Places?.ByDivision)),
        }));

    private static bool IsSameAtFinish(EffectRow row) =>
        row is { Before: { } before, After: { } after } && before.Status == after.Status && Equals(before.OfficialTime, after.OfficialTime) && Equals(before.Places, after.Places);

    private static string Change(EffectRow row, Func<Standing, string> value)
    {
        var (before, after) = (row.Before is null ? "not in the race" : value(row.Before), row.After is null ? "not in the race" : value(row.After));
        return before == after ? before : $"{(before.Length > 0 ? before : "-")} → {(after.Length > 0 ? after : "-")}";
    }

    private static string StartOf(StartDecision decision) => decision.StartCase switch
    {
        StartDecision.StartOneofCase.WaveId => $"started with wave {decision.WaveId}",
        StartDecision.StartOneofCase.Offset => $"start {Signed(decision.Offset)} from the gun",
        _ => $"start at {Moments.Text(decision.Time)}",
    };

    private static string AppealOf(Appeal? appeal) => appeal?.State switch
    {
        null => "",
        AppealState.Lodged => $"open, until {Minute(appeal.Deadline)}",
        AppealState.Upheld => "upheld",
        AppealState.Rejected => "rejected",
        AppealState.Withdrawn => "withdrawn",
        _ => $"{appeal.State}",
    };

    private static string Minute(Timestamp time) => time.ToDateTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Runners(int count) => count == 1 ? "1 runner" : $"{count} runners";

    private static string Signed(Duration time) => (time.ToTimeSpan().TotalSeconds >= 0 ? "+" : "-") + time.ToTimeSpan().Duration().ToString(@"h\:mm\:ss\.FFFFFF", CultureInfo.InvariantCulture).TrimEnd('.');

    private static string Clock(Duration? time) => time is null ? "" : time.ToTimeSpan() is var span ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span:mm\\:ss}") : "";

    private static string Place(int? place) => place is > 0 ? place.Value.ToString(CultureInfo.InvariantCulture) : "";
}
