using System.Globalization;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>
/// Suspicions of a cut as anomalies: those of <see cref="RacePlausibility"/>, from <see cref="CutSuspicion.DefaultThreshold"/>
/// on. The list of suspicions shows the same ids and states for every runner of it.
/// </summary>
public static class SuspectedCuts
{
    /// <summary>World Athletics, Technical Rules: who leaves the marked course and so shortens the distance is disqualified.</summary>
    public const string Rule = "TR 55.10";

    /// <summary>Nothing is told as certain.</summary>
    private const double Certain = 0.999;

    /// <summary>A suspicion as the anomaly that it is, with what became of it.</summary>
    /// <param name="race">The snapshot judged.</param>
    /// <param name="suspicions">Suspicions of it.</param>
    /// <param name="adjudications">Decisions of the meet that stand.</param>
    public static IEnumerable<Anomaly> Judged(RaceStandings race, IEnumerable<CutSuspicion> suspicions, IReadOnlyList<Adjudication> adjudications)
    {
        var judge = new AnomalyJudge(adjudications);
        return suspicions.Select(suspicion => judge.Judge(Of(race, suspicion)));
    }

    /// <summary>Whether an id is one of a suspicion in the race, of whatever probability.</summary>
    public static bool Knows(RaceStandings race, string anomalyId) =>
        RacePlausibility.Of(race).Suspicions.Any(suspicion => IdOf(race.EntryOf(suspicion.Runner)) == anomalyId);

    internal static IEnumerable<Anomaly> Find(FieldEvidence evidence) =>
        evidence.Races.SelectMany(race => Listed(RacePlausibility.Of(race).Suspicions).Select(suspicion => Of(race, suspicion)));

    /// <summary>Cuts in a field without decisions, of runners to whom decisions gave other crossings: the field itself is hardly another one.</summary>
    internal static IEnumerable<Anomaly> FindChanged(FieldEvidence undecided, FieldEvidence evidence)
    {
        foreach (var race in undecided.Races)
        {
            if (evidence.Races.FirstOrDefault(other => other.Race.RaceId == race.Race.RaceId) is { } decided && Changed(race, decided) is { Count: > 0 } changed)
            {
                foreach (var suspicion in RacePlausibility.Of(decided).SuspicionsOf(race, changed).Where(IsListed))
                {
                    yield return Of(race, suspicion);
                }
            }
        }
    }

    private static bool IsListed(CutSuspicion suspicion) => suspicion.Probability >= CutSuspicion.DefaultThreshold;

    private static IEnumerable<CutSuspicion> Listed(IReadOnlyList<CutSuspicion> suspicions) => suspicions.TakeWhile(IsListed);

    /// <summary>Of the runner alone: the stretch may grow and shrink with further reads.</summary>
    private static string IdOf(Entry entry) => AnomalyIds.Of(AnomalyKind.CutSuspected, entry.EntryId);

    private static List<int> Changed(RaceStandings race, RaceStandings decided)
    {
        var numbers = new Dictionary<string, int>(decided.RunnerCount, StringComparer.Ordinal);
        for (var runner = 0; runner < decided.RunnerCount; runner++)
        {
            numbers[decided.EntryOf(runner).EntryId] = runner;
        }

        return [.. Enumerable.Range(0, race.RunnerCount).Where(runner => !numbers.TryGetValue(race.EntryOf(runner).EntryId, out var other) || !HasSameCrossings(race, runner, decided, other))];
    }

    private static bool HasSameCrossings(RaceStandings race, int runner, RaceStandings decided, int other)
    {
        for (var visit = 0; visit < race.Visits.Count; visit++)
        {
            if (race.Visits[visit].Crossings[runner] != decided.Visits[visit].Crossings[other])
            {
                return false;
            }
        }

        return true;
    }

    private static Anomaly Of(RaceStandings race, CutSuspicion suspicion)
    {
        var runner = new FieldRunner(race, suspicion.Runner);
        var (from, to) = (race.Race.Visits[suspicion.FromVisit], race.Race.Visits[suspicion.ToVisit]);
        var (took, usual) = (FieldRunner.Text((suspicion.ToTime - suspicion.FromTime).Micros), FieldRunner.Text(suspicion.Expected.Micros));
        return new Anomaly(
            IdOf(runner.Entry),
            AnomalyKind.CutSuspected,
            AnomalySeverity.Warning,
            race.Race.RaceId,
            [runner.Bib],
            string.Create(CultureInfo.InvariantCulture, $"Bib {runner.Bib} may have cut the course between '{from.SplitId}' and '{to.SplitId}' (probability {Math.Min(suspicion.Probability, Certain):0.000}): {to.DistanceM - from.DistanceM} m in {took} instead of the usual {usual}."))
        {
            Evidence = [.. Evidence(runner, suspicion).Take(Anomaly.MaxEvidence)],
            Suggestions =
            [
                new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new Disqualification(Rule), "If the runner left the course and shortened the distance."),
                new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new CrossingOverride(to.SplitId, null), "If the reading is wrong: take it away."),
            ],

            // Out of the ranking by race control's word: there is nothing left to decide.
            State = race.StatusOf(suspicion.Runner) is ResultStatus.Dsq or ResultStatus.NotClassified ? AnomalyState.Decided : AnomalyState.Open,
        };
    }

    private static IEnumerable<AnomalyReading> Evidence(FieldRunner runner, CutSuspicion suspicion)
    {
        yield return runner.Crossing(suspicion.FromVisit, "last measured before the stretch: ");
        foreach (var mat in suspicion.MissedMats)
        {
            var visit = runner.Definition.Visits[mat.Visit];
            yield return new AnomalyReading(visit.TimingPointId, runner.Bib, "", mat.Minute, string.Create(CultureInfo.InvariantCulture,
                $"not read at '{visit.SplitId}', where {mat.OthersRead} of {mat.Others} others of that minute were; {mat.MissProbability * 100:0.0} % of those who cross then are missed"));
        }

        yield return runner.Crossing(suspicion.ToVisit, "first measured after it: ");
        yield return new AnomalyReading("", runner.Bib, "", null, string.Create(CultureInfo.InvariantCulture,
            $"gained {FieldRunner.Text((suspicion.Expected - (suspicion.ToTime - suspicion.FromTime)).Micros)}, as by {suspicion.SkippedM} m skipped ({suspicion.SkippedLowM} to {suspicion.SkippedHighM}); {suspicion.FasterShare * 100:0.0} % of {suspicion.Compared} comparable runners were as fast against their own other legs"));
    }
}
