using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Tests.Core.Plausibility;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Anomalies;

/// <summary>Suspected cuts as anomalies, in a made-up marathon of 2,000 runners who are read everywhere.</summary>
public sealed class SuspectedCutsTests
{
    private const int Suspect = 700;
    private const string Bib = "701";
    private readonly RecordedRace _race = SyntheticMarathon.Of(2_000, seed: 20150420);

    [Fact]
    public void Honest_runners_are_no_anomalies()
    {
        new PlantedCuts(_race, 3).Lose("30k", 0.1).Lose("10k", 0.05);

        Assert.Empty(Cuts(_race.Scoring()));
    }

    [Fact]
    public void Planted_cutters_are_listed_and_nobody_else()
    {
        var planted = new PlantedCuts(_race, 11).Cut(12, 4_000, 8_000).Lose("30k", 0.1);

        var anomalies = Cuts(_race.Scoring());

        Assert.Equal(planted.Cutters.Select(runner => $"{runner + 1}").Order(StringComparer.Ordinal), anomalies.Select(anomaly => Assert.Single(anomaly.Bibs)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_evidence_has_the_stretch_the_mats_the_gain_and_the_rule()
    {
        Plant();

        var cut = Assert.Single(Cuts(_race.Scoring()));

        Assert.Equal((AnomalySeverity.Warning, AnomalyState.Open, "race"), (cut.Severity, cut.State, cut.RaceId));
        Assert.Matches(@"^cut-suspected-[0-9a-f]{16}$", cut.AnomalyId);
        Assert.Contains("between '25k' and '35k' (probability 0.9", cut.Summary, StringComparison.Ordinal);
        Assert.Equal(["25k", "30k", "35k", ""], cut.Evidence.Select(reading => reading.TimingPointId));
        Assert.Matches(@"^not read at '30k', where (\d+) of \1 others of that minute were; [01]\.\d %", cut.Evidence[1].Text);
        Assert.Matches(@"^gained 0:\d\d:\d\d, as by \d+ m skipped", cut.Evidence[3].Text);
        Assert.Equal(new Disqualification("TR 55.10"), cut.Suggestions[0].Decision);
        Assert.Equal((Bib, "race"), (cut.Suggestions[0].Bib, cut.Suggestions[0].RaceId));
    }

    [Fact]
    public void A_dismissal_stays_through_rescoring_and_new_reads()
    {
        Plant();
        var scoring = _race.Scoring();
        var id = Assert.Single(Cuts(scoring)).AnomalyId;
        scoring.SetAdjudication("race", "a1", new Adjudication("a1", "race", "", new AnomalyDismissal(id), RecordedRace.At(20_000)));

        Assert.Equal((id, AnomalyState.Dismissed, "a1"), Told(scoring));
        scoring.MarkAll();
        Assert.Equal((id, AnomalyState.Dismissed, "a1"), Told(scoring));

        // A read comes late that makes the stretch another one.
        scoring.SetPassings("25k", "C" + Bib, []);
        Assert.Equal((id, AnomalyState.Dismissed, "a1"), Told(scoring));
        scoring.SetAdjudication("race", "a1", null);
        Assert.Equal((id, AnomalyState.Open, ""), Told(scoring));
    }

    [Fact]
    public void The_id_and_the_evidence_are_the_same_in_any_order_of_records()
    {
        Plant();
        var order = Enumerable.Range(0, _race.Runners.Count).ToArray();
        new Random(Seed.Next()).Shuffle(order);

        var (one, other) = (Assert.Single(Cuts(_race.Scoring())), Assert.Single(Cuts(_race.Scoring(order))));

        Assert.Equal((one.AnomalyId, one.Summary), (other.AnomalyId, other.Summary));
        Assert.Equal(one.Evidence, other.Evidence);
    }

    [Fact]
    public void A_disqualification_settles_it_and_a_taken_away_reading_makes_it_vanish_as_decided()
    {
        Plant();
        var scoring = _race.Scoring();
        var cut = Assert.Single(Cuts(scoring));

        Decide(scoring, "a1", cut.Suggestions[0].Decision);
        Assert.Equal((cut.AnomalyId, AnomalyState.Decided, "a1"), Told(scoring));
        scoring.SetAdjudication("race", "a1", null);

        foreach (var split in new[] { "25k", "35k", "40k", "finish" })
        {
            Decide(scoring, "b-" + split, new CrossingOverride(split, null));
        }

        Assert.DoesNotContain(Suspicions(scoring), suspicion => suspicion.Probability >= CutSuspicion.DefaultThreshold);
        Assert.Equal((cut.AnomalyId, AnomalyState.Decided), (Told(scoring).Id, Told(scoring).State));
    }

    [Fact]
    public void A_runner_whom_race_control_took_out_leaves_nothing_to_decide()
    {
        Plant();
        var scoring = _race.Scoring();
        scoring.Declare("race", Bib, ResultStatus.Dsq);

        Assert.Equal((AnomalyState.Decided, ""), (Told(scoring).State, Told(scoring).AdjudicationId));
    }

    [Fact]
    public void The_list_of_suspicions_tells_the_same_ids_and_states()
    {
        new PlantedCuts(_race, 11).Cut(6, 4_000, 8_000);
        var scoring = _race.Scoring();
        var dismissed = Cuts(scoring)[2];
        Decide(scoring, "a1", new AnomalyDismissal(dismissed.AnomalyId));

        var listed = Cuts(scoring);
        scoring.Rescore();
        var meet = scoring.Snapshot(default);
        var suspicions = Suspicions(scoring).TakeWhile(suspicion => suspicion.Probability >= CutSuspicion.DefaultThreshold);
        var judged = SuspectedCuts.Judged(meet.Races[0], suspicions, meet.Adjudications).ToArray();

        Assert.Equal(listed.Select(Facts).Order(StringComparer.Ordinal), judged.Select(Facts).Order(StringComparer.Ordinal));
        Assert.Equal(dismissed.AnomalyId, Assert.Single(judged, anomaly => anomaly.State == AnomalyState.Dismissed).AnomalyId);
        Assert.True(SuspectedCuts.Knows(meet.Races[0], dismissed.AnomalyId));

        static string Facts(Anomaly anomaly) => $"{anomaly.AnomalyId} {anomaly.State} {anomaly.AdjudicationId} {anomaly.Summary}";
    }

    private void Plant() => new PlantedCuts(_race, 0).Skip(Suspect, 27_000, 32_000);

    private static void Decide(MeetScoring scoring, string id, Decision decision) =>
        scoring.SetAdjudication("race", id, new Adjudication(id, "race", decision is AnomalyDismissal ? "" : Bib, decision, RecordedRace.At(20_000)));

    private static List<Anomaly> Cuts(MeetScoring scoring)
    {
        scoring.Rescore();
        return [.. MeetAnomalies.Of(scoring).Where(anomaly => anomaly.Kind == AnomalyKind.CutSuspected)];
    }

    private static IReadOnlyList<CutSuspicion> Suspicions(MeetScoring scoring)
    {
        scoring.Rescore();
        return RacePlausibility.Of(scoring.Snapshot(default).Races[0]).Suspicions;
    }

    private static (string Id, AnomalyState State, string AdjudicationId) Told(MeetScoring scoring)
    {
        var cut = Assert.Single(Cuts(scoring));
        return (cut.AnomalyId, cut.State, cut.AdjudicationId);
    }
}
