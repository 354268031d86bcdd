using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Results.V1;
using Case = RaceSystem.Results.V1.Adjudication.DecisionOneofCase;

namespace RaceSystem.Dashboard.Service.Decisions;

/// <summary>Decisions in words, for officials: exact, with everything that was decided.</summary>
public sealed class DecisionText(DeskMeet meet)
{
    /// <summary>What was decided.</summary>
    public string Of(Adjudication adjudication)
    {
        ArgumentNullException.ThrowIfNull(adjudication);
        var a = adjudication;
        return a.DecisionCase switch
        {
            Case.Disqualification => $"Disqualified{Under(a.Disqualification.RuleNumber)}",
            Case.NotClassification => "Not classified",
            Case.Reinstatement => "Reinstated",
            Case.Penalty => $"Penalty of {TimeEntry.Show(a.Penalty.Time)}{Under(a.Penalty.RuleNumber)}",
            Case.TimeAdjustment => $"Time {Signed(a.TimeAdjustment.Time)}{(a.TimeAdjustment.FromSplitId.Length > 0 ? $" from {meet.SplitName(a.RaceId, a.TimeAdjustment.FromSplitId)} on" : " at the finish")}",
            Case.CrossingOverride => $"{meet.SplitName(a.RaceId, a.CrossingOverride.SplitId)} {(a.CrossingOverride.PassingTime is { } time ? $"crossed at {Moment(time)}" : "not measured")}",
            Case.StartDecision => Start(a),
            Case.FinishOrder => $"Order at the finish: {string.Join(", ", a.FinishOrder.Bibs.Take(20))}{(a.FinishOrder.Bibs.Count > 20 ? $" and {a.FinishOrder.Bibs.Count - 20} more" : "")}",
            Case.ChipDecision => $"Chip {a.ChipDecision.Chip} {(a.ChipDecision.Counts ? "counts for this runner and nobody else" : "does not count for this runner")}",
            Case.BibSwap => $"Swapped bibs with {a.BibSwap.OtherBib}",
            Case.RaceMove => $"Moved to {meet.RaceName(a.RaceMove.ToRaceId)}{(a.RaceMove.ToWaveId.Length > 0 ? $", wave {meet.WaveName(a.RaceMove.ToRaceId, a.RaceMove.ToWaveId)}" : "")}",
            Case.AnomalyDismissal => $"Anomaly {a.AnomalyDismissal.AnomalyId} dismissed",
            _ => "A kind of decision that these pages do not know",
        };
    }

    /// <summary>In short, on a button: <c>Start with wave Elite, bib 12</c>.</summary>
    public string Suggested(Adjudication adjudication)
    {
        ArgumentNullException.ThrowIfNull(adjudication);
        return adjudication.Bib.Length > 0 ? $"Bib {adjudication.Bib}: {Of(adjudication)}" : Of(adjudication);
    }

    /// <summary>Whether it stands, and what became of an appeal.</summary>
    public string StateOf(Adjudication adjudication)
    {
        ArgumentNullException.ThrowIfNull(adjudication);
        return adjudication.Revocation is { } revocation
            ? $"Revoked by {revocation.RevokedBy}, {meet.Clock.Minute(revocation.RevokeTime)}: {revocation.Note}"
            : "Stands";
    }

    /// <summary>The appeal; empty: nobody appealed.</summary>
    public string AppealOf(Adjudication adjudication)
    {
        ArgumentNullException.ThrowIfNull(adjudication);
        return adjudication.Appeal is not { } appeal ? "" : appeal.State switch
        {
            AppealState.Lodged => $"Appeal of {appeal.LodgedBy} to decide until {meet.Clock.Minute(appeal.Deadline)}{(IsOverdue(adjudication) ? ", overdue" : "")}",
            AppealState.Upheld => $"Appeal of {appeal.LodgedBy} upheld by {appeal.DecidedBy}, {meet.Clock.Minute(appeal.DecideTime)}: {appeal.DecisionNote}",
            AppealState.Rejected => $"Appeal of {appeal.LodgedBy} rejected by {appeal.DecidedBy}, {meet.Clock.Minute(appeal.DecideTime)}: {appeal.DecisionNote}",
            AppealState.Withdrawn => $"Appeal of {appeal.LodgedBy} withdrawn, {meet.Clock.Minute(appeal.DecideTime)}: {appeal.DecisionNote}",
            _ => "An appeal whose state these pages do not know",
        };
    }

    /// <summary>Whether an appeal should have been decided by now.</summary>
    public bool IsOverdue(Adjudication adjudication) =>
        adjudication?.Appeal is { State: AppealState.Lodged, Deadline: { } deadline } && deadline.ToDateTimeOffset() < meet.Now;

    /// <summary>Address of its page.</summary>
    public string PathOf(Adjudication adjudication)
    {
        ArgumentNullException.ThrowIfNull(adjudication);
        return PathOf(meet.Id, adjudication.RaceId, adjudication.AdjudicationId);
    }

    /// <summary>Address of the page of a decision.</summary>
    public static string PathOf(string meet, string race, string id) => $"/meets/{meet}/decisions/{race}/{id}";

    private string Start(Adjudication a) => a.StartDecision.StartCase switch
    {
        StartDecision.StartOneofCase.WaveId => $"Started with wave {meet.WaveName(a.RaceId, a.StartDecision.WaveId)}",
        StartDecision.StartOneofCase.Offset => $"Started {TimeEntry.Show(a.StartDecision.Offset).TrimStart('-')} {(a.StartDecision.Offset.ToTimeSpan() < TimeSpan.Zero ? "before" : "after")} the gun",
        _ => $"Started at {Moment(a.StartDecision.Time)}",
    };

    private string Moment(Google.Protobuf.WellKnownTypes.Timestamp time) => TimeEntry.Show(time, meet.Progress.RaceDay, meet.Clock);

    private static string Under(string rule) => rule.Length > 0 ? $" under rule {rule}" : "";

    private static string Signed(Google.Protobuf.WellKnownTypes.Duration time) =>
        TimeEntry.Show(time) is var text && text.StartsWith('-') ? "−" + text[1..] : "+" + text;
}
