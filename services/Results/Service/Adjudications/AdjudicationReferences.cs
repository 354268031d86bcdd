using RaceSystem.Kernel;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>Whether what a decision names is there: race, runner, split, wave, chip. Made for one decision and one snapshot.</summary>
internal sealed class AdjudicationReferences
{
    private static readonly TimeSpan Farthest = TimeSpan.FromHours(48);
    private readonly Adjudication _adjudication;
    private readonly MeetStandings _standings;
    private readonly List<FieldViolation> _violations = [];
    private string _reason = "";

    private AdjudicationReferences(Adjudication adjudication, MeetStandings standings)
    {
        _adjudication = adjudication;
        _standings = standings;
        if (adjudication.Bib.Length > 0)
        {
            CheckRunner();
        }
        else if (RequireRace(adjudication.RaceId, "race_id") is { } race && adjudication.FinishOrder is { } order)
        {
            CheckOrder(race, order);
        }
    }

    /// <summary>Everything is there.</summary>
    public static bool Hold(Adjudication adjudication, MeetStandings standings) => new AdjudicationReferences(adjudication, standings)._violations.Count == 0;

    /// <exception cref="RefusalException">Something is not: <c>BIB_UNKNOWN</c>, <c>RACE_UNKNOWN</c>, <c>SPLIT_UNKNOWN</c>, <c>WAVE_UNKNOWN</c>, <c>CHIP_UNKNOWN</c>, or contradicts what stands (<c>ADJUDICATION_INVALID</c>).</exception>
    public static void Require(Adjudication adjudication, MeetStandings standings)
    {
        var references = new AdjudicationReferences(adjudication, standings);
        if (references._violations is [var first, ..] all)
        {
            var kind = references._reason == "ADJUDICATION_INVALID" ? RefusalKind.FailedPrecondition : RefusalKind.NotFound;
            throw new RefusalException(kind, references._reason, $"{first.Field}: {first.Description}", [.. all.Take(100)]);
        }
    }

    /// <summary>The race a runner is ranked in and the runner's number there; (null, -1): nobody wears the bib.</summary>
    public static (RaceStandings? Race, int Runner) FindRunner(MeetStandings standings, string bib)
    {
        foreach (var race in standings.Races)
        {
            if (race.FindBib(bib) is var runner and >= 0)
            {
                return (race, runner);
            }
        }

        return (null, -1);
    }

    private void CheckRunner()
    {
        var bib = _adjudication.Bib;
        var (race, runner) = FindRunner(_standings, bib);
        if (race is null)
        {
            Refuse("BIB_UNKNOWN", "bib", $"Nobody wears bib '{bib}' in this meet.");
            return;
        }

        var entered = race.EntryOf(runner).EnteredRaceId;
        if (entered != _adjudication.RaceId)
        {
            Refuse("BIB_UNKNOWN", "race_id", $"Bib '{bib}' is entered in race '{entered}', not in '{_adjudication.RaceId}': record the decision there.");
            return;
        }

        CheckDecision(race, runner);
    }

    private void CheckDecision(RaceStandings race, int runner)
    {
        var a = _adjudication;
        switch (a.DecisionCase)
        {
            case Adjudication.DecisionOneofCase.TimeAdjustment when a.TimeAdjustment.FromSplitId.Length > 0:
                CheckSplit(race, a.TimeAdjustment.FromSplitId, "time_adjustment.from_split_id");
                break;
            case Adjudication.DecisionOneofCase.CrossingOverride:
                CheckSplit(race, a.CrossingOverride.SplitId, "crossing_override.split_id");
                CheckTime(race, a.CrossingOverride.PassingTime?.ToDateTimeOffset(), "crossing_override.passing_time");
                break;
            case Adjudication.DecisionOneofCase.StartDecision:
                CheckWave(race, a.StartDecision.WaveId, "start_decision.wave_id");
                CheckTime(race, a.StartDecision.Time?.ToDateTimeOffset(), "start_decision.time");
                break;
            case Adjudication.DecisionOneofCase.ChipDecision when !a.ChipDecision.Counts && !race.EntryOf(runner).Chips.Contains(a.ChipDecision.Chip):
                Refuse("CHIP_UNKNOWN", "chip_decision.chip", $"Bib '{a.Bib}' does not count with chip '{a.ChipDecision.Chip}'; its chips are {string.Join(", ", race.EntryOf(runner).Chips.DefaultIfEmpty("none"))}.");
                break;
            case Adjudication.DecisionOneofCase.BibSwap:
                CheckSwap(race, runner, a.BibSwap.OtherBib);
                break;
            case Adjudication.DecisionOneofCase.RaceMove:
                CheckMove(race, runner, a.RaceMove);
                break;
            default:
                // The others name nothing but the runner.
                break;
        }
    }

    private void CheckSwap(RaceStandings race, int runner, string otherBib)
    {
        if (FindRunner(_standings, otherBib).Race is null)
        {
            Refuse("BIB_UNKNOWN", "bib_swap.other_bib", $"Nobody wears bib '{otherBib}' in this meet.");
        }
        else if (race.EntryOf(runner).SwappedBib == otherBib)
        {
            Refuse("ADJUDICATION_INVALID", "bib_swap.other_bib", $"The bibs '{_adjudication.Bib}' and '{otherBib}' are swapped already; revoke that decision to undo it.");
        }
    }

    private void CheckMove(RaceStandings race, int runner, RaceMove move)
    {
        if (RequireRace(move.ToRaceId, "race_move.to_race_id") is not { } target)
        {
            return;
        }

        CheckWave(target, move.ToWaveId, "race_move.to_wave_id");
        if (move.ToRaceId == race.Race.RaceId && move.ToWaveId == race.EntryOf(runner).WaveId)
        {
            Refuse("ADJUDICATION_INVALID", "race_move.to_race_id", "The runner is ranked there already; to undo a move revoke it.");
        }
    }

    private void CheckOrder(RaceStandings race, FinishOrder order)
    {
        for (var i = 0; i < order.Bibs.Count; i++)
        {
            if (race.FindBib(order.Bibs[i]) < 0)
            {
                Refuse("BIB_UNKNOWN", $"finish_order.bibs[{i}]", $"Nobody wears bib '{order.Bibs[i]}' in race '{race.Race.RaceId}'.");
            }
        }
    }

    private void CheckSplit(RaceStandings race, string splitId, string field)
    {
        if (race.Race.FindVisit(splitId) < 0)
        {
            Refuse("SPLIT_UNKNOWN", field, $"Race '{race.Race.RaceId}' has no split '{splitId}'; it has {string.Join(", ", race.Race.Visits.Select(visit => visit.SplitId))}.");
        }
    }

    private void CheckWave(RaceStandings race, string waveId, string field)
    {
        if (waveId.Length > 0 && !race.Race.WaveIds.Contains(waveId))
        {
            Refuse("WAVE_UNKNOWN", field, $"Race '{race.Race.RaceId}' has no wave '{waveId}'; it has {string.Join(", ", race.Race.WaveIds)}.");
        }
    }

    /// <summary>A slip in the date must not make a result of days.</summary>
    private void CheckTime(RaceStandings race, DateTimeOffset? time, string field)
    {
        if (time is { } moment && race.FirstGun?.ToDateTimeOffset() is { } gun && (moment - gun).Duration() > Farthest)
        {
            Refuse("ADJUDICATION_INVALID", field, $"is more than {Farthest.TotalHours:0} h away from the race's gun.");
        }
    }

    private RaceStandings? RequireRace(string raceId, string field)
    {
        var race = _standings.Find(raceId);
        if (race is null)
        {
            Refuse("RACE_UNKNOWN", field, $"There is no race '{raceId}' in this meet.");
        }

        return race;
    }

    private void Refuse(string reason, string field, string description)
    {
        _reason = _reason.Length == 0 ? reason : _reason;
        _violations.Add(new FieldViolation("adjudication." + field, description));
    }
}
