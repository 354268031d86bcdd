using RaceSystem.Results.V1;
using Case = RaceSystem.Results.V1.Adjudication.DecisionOneofCase;

namespace RaceSystem.Dashboard.Service.Decisions;

/// <summary>A kind of decision as the form offers it.</summary>
/// <param name="Word">In addresses and forms; racectl has the same.</param>
/// <param name="Case">In the contract.</param>
/// <param name="Title">For people.</param>
/// <param name="Meaning">What it does, one sentence.</param>
/// <param name="Fields">What it needs beside who, why and the runner.</param>
public sealed record DecisionKindInfo(string Word, Case Case, string Title, string Meaning, params IReadOnlyList<string> Fields)
{
    /// <summary>All that can be decided, the most usual first.</summary>
    public static IReadOnlyList<DecisionKindInfo> All { get; } =
    [
        new("disqualify", Case.Disqualification, "Disqualification", "The runner has no place and no time. The rule is published.", DecisionFields.Rule),
        new("penalty", Case.Penalty, "Time penalty", "Adds time to the finish. Several add up.", DecisionFields.Time, DecisionFields.Rule),
        new("adjust", Case.TimeAdjustment, "Time adjustment", "Adds time, or with a minus gives time back (a runner stopped at a level crossing). Several add up.", DecisionFields.Time, DecisionFields.Split),
        new("reinstate", Case.Reinstatement, "Reinstatement", "Takes a declared status and every earlier disqualification away: what was measured counts again."),
        new("not-classify", Case.NotClassification, "Not classified", "The runner keeps the time and has no place."),
        new("start", Case.StartDecision, "Start", "What the runner's time counts from: late and early starters, and who started with another wave.", DecisionFields.Wave, DecisionFields.Time, DecisionFields.At),
        new("crossing", Case.CrossingOverride, "Crossing of a split", "Sets when the runner crossed, or takes the crossing away, whatever was read.", DecisionFields.Split, DecisionFields.At, DecisionFields.Never),
        new("order", Case.FinishOrder, "Order at the finish", "Orders runners whose times are shown equal, as a photo finish or the judges saw them.", DecisionFields.Bibs),
        new("swap", Case.BibSwap, "Swapped bibs", "Two runners wore each other's bib: each gets what was measured of the other.", DecisionFields.Other),
        new("chip", Case.ChipDecision, "Chip", "Whose passings a chip's are: this runner's and nobody else's, or not this runner's.", DecisionFields.Chip, DecisionFields.Counts),
        new("move", Case.RaceMove, "Move to another race", "The runner ran, and is ranked in, another race of the meet.", DecisionFields.ToRace, DecisionFields.ToWave),
        new("dismiss", Case.AnomalyDismissal, "Dismiss an anomaly", "Somebody looked at it and found nothing to decide.", DecisionFields.Anomaly),
    ];

    /// <summary>Whether it concerns one runner.</summary>
    public bool OfRunner => Case is not (Case.FinishOrder or Case.AnomalyDismissal);

    /// <summary>The kind of a word; null: there is none.</summary>
    public static DecisionKindInfo? Find(string word) => All.FirstOrDefault(kind => kind.Word == word);

    /// <summary>The kind of a decision; null: this version does not know it.</summary>
    public static DecisionKindInfo? Of(Adjudication adjudication)
    {
        ArgumentNullException.ThrowIfNull(adjudication);
        return All.FirstOrDefault(kind => kind.Case == adjudication.DecisionCase);
    }
}
