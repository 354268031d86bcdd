using RaceSystem.Results.Core.Adjudications;

namespace RaceSystem.Results.Service.ExplainResult;

/// <summary>Decisions in words for people.</summary>
internal static class DecisionWords
{
    public static string Of(Decision decision) => decision switch
    {
        Disqualification disqualification => $"disqualified by rule {disqualification.RuleNumber}",
        NotClassification => "not classified",
        Reinstatement => "reinstated: what was measured counts again",
        Penalty penalty => $"penalty of {penalty.Time} s{(penalty.RuleNumber.Length > 0 ? $" by rule {penalty.RuleNumber}" : "")}",
        TimeAdjustment adjustment => $"{adjustment.Time} s {(adjustment.FromSplitId.Length > 0 ? $"from '{adjustment.FromSplitId}' on" : "at the finish")}",
        CrossingOverride { Time: { } time } crossing => $"'{crossing.SplitId}' is {time}",
        CrossingOverride crossing => $"'{crossing.SplitId}' is not measured",
        StartWithWave start => $"started with wave '{start.WaveId}'",
        StartOffset start => $"started {start.Offset} s after the gun",
        StartTime start => $"started at {start.Time}",
        FinishOrder => "the judges' order of runners whose times are shown equal",
        ChipDecision chip => chip.Counts ? $"counts with chip {chip.Chip}" : $"does not count with chip {chip.Chip}",
        BibSwap swap => $"bibs were swapped with {swap.OtherBib}",
        RaceMove move => $"ranked in race '{move.ToRaceId}'",
        _ => "looked at, nothing to decide",
    };
}
