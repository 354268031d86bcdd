using RaceSystem.Kernel;
using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Core.Adjudications;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>
/// Writes the decisions that made a row what it is: which, of which rule, how much. Who decided and the notes are in the
/// evidence, not in the row.
/// </summary>
internal static class DecisionWriter
{
    /// <summary>Whether results show it: a dismissal decides nothing about a runner.</summary>
    public static bool IsShown(Adjudication adjudication) => adjudication.Decision is not AnomalyDismissal;

    public static void Write(CanonicalWriter writer, Adjudication adjudication)
    {
        var (rule, split, time) = DetailsOf(adjudication.Decision);
        writer.BeginObject().Name("adjudication_id").Text(adjudication.AdjudicationId).Name("decision").Text(NameOf(adjudication.Decision));
        Text(writer, "rule", rule);
        Text(writer, "split", split);
        if (time is { } amount)
        {
            writer.Name("time_us").Whole(amount.Micros);
        }

        writer.EndObject();
    }

    private static (string Rule, string Split, Elapsed? Time) DetailsOf(Decision decision) => decision switch
    {
        Disqualification disqualification => (disqualification.RuleNumber, "", null),
        Penalty penalty => (penalty.RuleNumber, "", penalty.Time),
        TimeAdjustment adjustment => ("", adjustment.FromSplitId, adjustment.Time),
        CrossingOverride crossing => ("", crossing.SplitId, null),
        StartOffset start => ("", "", start.Offset),
        _ => ("", "", null),
    };

    private static string NameOf(Decision decision) => decision switch
    {
        Disqualification => "DISQUALIFICATION",
        NotClassification => "NOT_CLASSIFICATION",
        Reinstatement => "REINSTATEMENT",
        Penalty => "PENALTY",
        TimeAdjustment => "TIME_ADJUSTMENT",
        CrossingOverride => "CROSSING_OVERRIDE",
        StartWithWave or StartOffset or StartTime => "START_DECISION",
        FinishOrder => "FINISH_ORDER",
        ChipDecision => "CHIP_DECISION",
        BibSwap => "BIB_SWAP",
        RaceMove => "RACE_MOVE",
        _ => "OTHER",
    };

    private static void Text(CanonicalWriter writer, string name, string value)
    {
        if (value.Length > 0)
        {
            writer.Name(name).Text(value);
        }
    }
}
