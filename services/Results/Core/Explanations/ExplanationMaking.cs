using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Explanations;

/// <summary>Puts an explanation together from the standings and the steps of scoring.</summary>
internal static class ExplanationMaking
{
    /// <summary>Explains one runner.</summary>
    /// <param name="standings">The standings as scored.</param>
    /// <param name="runner">The runner.</param>
    /// <param name="inputs">What they were scored from.</param>
    /// <param name="stages">The steps of scoring; null: the course is unusable.</param>
    /// <param name="registered">The entry before decisions.</param>
    public static ResultExplanation Explain(RaceStandings standings, int runner, MeetInputs inputs, PassingStages? stages, Entry registered)
    {
        var race = standings.Race;
        var entry = standings.EntryOf(runner);
        string[] worn = [.. entry.Chips.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] taken = [.. registered.Chips.Except(worn, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var passings = InOrder(DecisionReading.Decide(standings, runner, [.. PassingsOf(entry, worn, inputs, stages), .. TakenAway(taken, inputs)]));
        return new ResultExplanation
        {
            Race = race,
            Entry = entry,
            Standings = standings,
            Runner = runner,
            Status = standings.StatusOf(runner),
            Declared = inputs.DeclaredOf(entry),
            Gun = new ExplainedGun(standings.GunOf(runner), entry.WaveId.Length > 0 ? entry.WaveId : race.WaveIds.FirstOrDefault(""), DecisionReading.StartOf(standings, runner)),
            Basis = standings.HasDecidedStart(runner) || standings.ProfileOf(runner).CountsFromGun(hasStart: standings.StartOf(runner) is not null) ? TimeBasis.Gun : TimeBasis.StartLine,
            Adjudications = standings.AdjudicationsOf(runner),
            LastFinish = standings.Visits.Count > 0 ? standings.ClosingOf(runner, standings.Visits.Count - 1) : null,
            Chips = [.. worn, .. taken],
            Passings = passings,
            Visits = [.. standings.Visits.Select((_, visit) => VisitOf(standings, runner, visit, passings))],
        };
    }

    private static ExplainedVisit VisitOf(RaceStandings standings, int runner, int visit, IReadOnlyList<RunnerPassing> passings)
    {
        var exact = standings.OfficialTimeOf(runner, visit);
        return new ExplainedVisit(
            standings.Race.Visits[visit],
            passings.FirstOrDefault(passing => passing.Verdict == PassingVerdict.Counts && passing.Visit == visit),
            exact,
            exact is { } time ? standings.Race.Resolution.Shown(time) : null,
            standings.AdjustmentOf(runner, visit),
            standings.Visits[visit].PlacesOf(runner));
    }

    private static IEnumerable<RunnerPassing> TakenAway(string[] chips, MeetInputs inputs) =>
        chips.SelectMany(chip => inputs.Passings.Of(chip).Select(passing => new RunnerPassing(passing.TimingPointId, PassingOrigin.Chip, chip, new Instant(passing.Time), PassingVerdict.ChipTakenAway)));

    private static IEnumerable<RunnerPassing> PassingsOf(Entry entry, string[] worn, MeetInputs inputs, PassingStages? stages)
    {
        var manual = ManualOf(entry, inputs);
        var chips = worn.SelectMany(chip => inputs.Passings.Of(chip).Select(passing => (Chip: chip, passing.TimingPointId, passing.Point, passing.Time)));
        if (stages is null)
        {
            return manual.Select(time => new RunnerPassing(time.PointId, time.Time.Overrides ? PassingOrigin.ManualOverride : PassingOrigin.ManualFallback, "", new Instant(time.Time.Micros), PassingVerdict.NoCourse))
                .Concat(chips.Select(passing => new RunnerPassing(passing.TimingPointId, PassingOrigin.Chip, passing.Chip, new Instant(passing.Time), PassingVerdict.NoCourse)));
        }

        // The judge gives an aligned passing to the first who asks: overrides, other manual times, chips.
        var judge = new PassingJudge(stages);
        var judged = manual.OrderBy(time => time.Time.Overrides ? 0 : 1).Select(time => judge.OfManual(time.PointId, time.Point, time.Time)).ToList();
        judged.AddRange(chips.Select(passing => judge.OfChip(passing.Chip, passing.TimingPointId, passing.Point, passing.Time)));
        return judged;
    }

    private static List<(string PointId, int Point, Manual.ManualTime Time)> ManualOf(Entry entry, MeetInputs inputs)
    {
        var points = inputs.Manual.Of(entry.BibWorn);
        return points is null ? [] : [.. points.SelectMany(point => point.Value.Select(time => (inputs.Passings.PointName(point.Key), point.Key, time)))];
    }

    private static RunnerPassing[] InOrder(IEnumerable<RunnerPassing> passings) =>
    [
        .. passings
            .OrderBy(passing => passing.Time)
            .ThenBy(passing => passing.TimingPointId, StringComparer.Ordinal)
            .ThenBy(passing => passing.Origin)
            .ThenBy(passing => passing.Source, StringComparer.Ordinal),
    ];
}
