using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>What can be said about a decision without knowing the meet.</summary>
internal sealed class AdjudicationForm
{
    /// <summary>Most runners of a finish order.</summary>
    public const int MaxOrdered = 5_000;

    public const int MaxPersonLength = 100;
    public const int MaxNoteLength = 500;
    private const int MaxRuleLength = 40;
    private const int MaxAnomalyIdLength = 200;
    private const int MaxViolations = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private readonly List<FieldViolation> _violations = [];
    private readonly Adjudication _adjudication;

    private AdjudicationForm(Adjudication adjudication) => _adjudication = adjudication;

    /// <exception cref="RefusalException">Something is wrong; everything that is, is listed (<c>ADJUDICATION_INVALID</c>).</exception>
    public static void Require(Adjudication? adjudication)
    {
        if (adjudication is null)
        {
            throw RefusalException.Invalid("ADJUDICATION_INVALID", "adjudication", "is missing.");
        }

        var form = new AdjudicationForm(adjudication);
        form.CheckFrame();
        form.CheckDecision();
        if (form._violations.Count > 0)
        {
            throw new RefusalException(RefusalKind.InvalidArgument, "ADJUDICATION_INVALID", $"The adjudication is wrong: {form._violations[0].Field} {form._violations[0].Description}", [.. form._violations.Take(MaxViolations)]);
        }
    }

    /// <summary>A text of a person: 1 to so many characters.</summary>
    /// <exception cref="RefusalException">It is empty or too long (<c>ADJUDICATION_INVALID</c>).</exception>
    public static void RequireText(string text, string field, int longest)
    {
        if (text.Trim().Length == 0 || text.Length > longest)
        {
            throw RefusalException.Invalid("ADJUDICATION_INVALID", field, $"must have 1 to {longest} characters.");
        }
    }

    private void CheckFrame()
    {
        var a = _adjudication;
        Check(a.AdjudicationId.Length == 0 || Identifier.IsValid(a.AdjudicationId), "adjudication_id", $"must be empty or an id of 1 to {Identifier.MaxLength} lower-case letters, digits, '-' or '_'.");
        Check(IsText(a.Note, MaxNoteLength), "note", $"must say why in 1 to {MaxNoteLength} characters.");
        Check(IsText(a.DecidedBy, MaxPersonLength), "decided_by", $"must name who decided in 1 to {MaxPersonLength} characters.");
        Check(a.DecideTime is null, "decide_time", "is set by the server.");
        Check(a.Revocation is null, "revocation", "must be absent: RevokeAdjudication takes a decision back.");
        Check(a.Appeal is null, "appeal", "must be absent: LodgeAppeal appeals against a decision.");
        var ofRunner = a.DecisionCase is not (Adjudication.DecisionOneofCase.FinishOrder or Adjudication.DecisionOneofCase.AnomalyDismissal);
        if (ofRunner)
        {
            CheckBib(a.Bib, "bib");
        }
        else
        {
            Check(a.Bib.Length == 0, "bib", "must be empty: this decision is not on one runner.");
        }

        Check(Identifier.IsValid(a.RaceId) || (a.RaceId.Length == 0 && ofRunner), "race_id", "must name the race of the runner's entry.");
    }

    private void CheckDecision()
    {
        var a = _adjudication;
        switch (a.DecisionCase)
        {
            case Adjudication.DecisionOneofCase.None:
                Check(false, "decision", "is missing: say what was decided.");
                break;
            case Adjudication.DecisionOneofCase.Disqualification:
                Check(IsText(a.Disqualification.RuleNumber, MaxRuleLength), "disqualification.rule_number", $"must name the rule in 1 to {MaxRuleLength} characters, for example TR 6.3.");
                break;
            case Adjudication.DecisionOneofCase.Penalty:
                Check(IsTime(a.Penalty.Time) && a.Penalty.Time.ToTimeSpan() > TimeSpan.Zero, "penalty.time", "must be more than 0 and at most 24 h.");
                Check(a.Penalty.RuleNumber.Length <= MaxRuleLength, "penalty.rule_number", $"has more than {MaxRuleLength} characters.");
                break;
            case Adjudication.DecisionOneofCase.TimeAdjustment:
                Check(IsTime(a.TimeAdjustment.Time), "time_adjustment.time", "must not be 0 and at most 24 h either way.");
                break;
            case Adjudication.DecisionOneofCase.CrossingOverride:
                Check(Identifier.IsValid(a.CrossingOverride.SplitId), "crossing_override.split_id", "must name a split of the race.");
                Check(IsMoment(a.CrossingOverride.PassingTime), "crossing_override.passing_time", "is no time.");
                break;
            case Adjudication.DecisionOneofCase.StartDecision:
                CheckStart(a.StartDecision);
                break;
            case Adjudication.DecisionOneofCase.FinishOrder:
                CheckOrder(a.FinishOrder);
                break;
            case Adjudication.DecisionOneofCase.ChipDecision:
                Check(ChipCode.TryParse(a.ChipDecision.Chip, out var chip) && chip.Text == a.ChipDecision.Chip, "chip_decision.chip", $"must be 1 to {ChipCode.MaxLength} upper-case letters and digits.");
                break;
            case Adjudication.DecisionOneofCase.BibSwap:
                CheckBib(a.BibSwap.OtherBib, "bib_swap.other_bib");
                Check(a.BibSwap.OtherBib != a.Bib, "bib_swap.other_bib", "is the runner's own bib.");
                break;
            case Adjudication.DecisionOneofCase.RaceMove:
                Check(Identifier.IsValid(a.RaceMove.ToRaceId), "race_move.to_race_id", "must name a race of the meet.");
                break;
            case Adjudication.DecisionOneofCase.AnomalyDismissal:
                Check(IsText(a.AnomalyDismissal.AnomalyId, MaxAnomalyIdLength), "anomaly_dismissal.anomaly_id", $"must have 1 to {MaxAnomalyIdLength} characters.");
                break;
            default:
                // Nothing more to say of a non-classification and a reinstatement.
                break;
        }
    }

    private void CheckStart(StartDecision start)
    {
        var sound = start.StartCase switch
        {
            StartDecision.StartOneofCase.WaveId => Identifier.IsValid(start.WaveId),
            StartDecision.StartOneofCase.Offset => IsTime(start.Offset),
            StartDecision.StartOneofCase.Time => IsMoment(start.Time),
            _ => false,
        };
        Check(sound, "start_decision", "must name a wave of the race, an offset that is not 0 and at most 24 h either way, or a moment.");
    }

    private void CheckOrder(FinishOrder order)
    {
        Check(order.Bibs.Count is >= 2 and <= MaxOrdered, "finish_order.bibs", string.Create(CultureInfo.InvariantCulture, $"must name 2 to {MaxOrdered} runners."));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < order.Bibs.Count && i < MaxOrdered; i++)
        {
            CheckBib(order.Bibs[i], $"finish_order.bibs[{i}]");
            Check(seen.Add(order.Bibs[i]), $"finish_order.bibs[{i}]", "is named twice.");
        }
    }

    private void CheckBib(string bib, string field) =>
        Check(Bib.TryParse(bib, out var parsed) && parsed.Text == bib, field, $"must be 1 to {Bib.MaxLength} letters, digits or '-'.");

    private void Check(bool holds, string field, string description)
    {
        if (!holds)
        {
            _violations.Add(new FieldViolation("adjudication." + field, description));
        }
    }

    private static bool IsText(string text, int longest) => text.Trim().Length > 0 && text.Length <= longest;

    private static bool IsTime(Duration? time) =>
        time is not null && Math.Abs(time.Seconds) <= (long)Longest.TotalSeconds && Math.Abs((long)time.Nanos) < 1_000_000_000
        && (long)time.Seconds * time.Nanos >= 0 && time.ToTimeSpan() is var span && span.Duration() <= Longest && Elapsed.From(span) != Elapsed.Zero;

    private static bool IsMoment(Timestamp? time) => time is null || (time.Seconds is >= 0 and < 253_402_300_800 && time.Nanos is >= 0 and < 1_000_000_000);
}
