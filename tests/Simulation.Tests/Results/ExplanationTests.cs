using RaceSystem.Results.Core.Explanations;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Testing;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>Invariant 5: whatever happens in a meet, the explanation of a runner gives the runner's times again, at every visit.</summary>
public sealed class ExplanationTests
{
    private const int Meets = 3_000;

    [Fact]
    public void Every_time_explains_itself()
    {
        var seed = Seed.Next();
        var verdicts = new Dictionary<PassingVerdict, int>();
        for (var i = 0; i < Meets; i++)
        {
            var scoring = new MeetScoring();
            var random = new Random(unchecked(seed + i));
            var randomMeet = new RandomMeet(random);
            var changes = new RandomChanges(randomMeet, random);
            foreach (var record in randomMeet.Records)
            {
                record.Apply(scoring);
            }

            for (var decisions = random.Next(4); decisions > 0; decisions--)
            {
                var decision = changes.Decision();
                scoring.SetAdjudication(decision.RaceId, decision.AdjudicationId, decision);
            }

            scoring.Rescore();
            foreach (var race in scoring.Snapshot(default).Races)
            {
                for (var runner = 0; runner < race.RunnerCount; runner++)
                {
                    Check(scoring, race, runner, verdicts, $"meet {i} of seed {seed}, race {race.Race.RaceId}, bib '{race.EntryOf(runner).Bib}'");
                }
            }
        }

        PassingVerdict[] expected =
        [
            PassingVerdict.Counts, PassingVerdict.BeforeGun, PassingVerdict.SupersededStart, PassingVerdict.Repeated, PassingVerdict.AfterFinish,
            PassingVerdict.TooFast, PassingVerdict.MergedWithOtherChip, PassingVerdict.ReplacedByManualTime, PassingVerdict.NotNeeded, PassingVerdict.Overridden, PassingVerdict.ChipTakenAway,
        ];
        Assert.All(expected, verdict => Assert.True(verdicts.GetValueOrDefault(verdict) > 20, $"only {verdicts.GetValueOrDefault(verdict)} passings were {verdict}: the random meets are too poor"));
        Assert.True(verdicts.GetValueOrDefault(PassingVerdict.Contradicts) < verdicts[PassingVerdict.Counts] / 100, $"{verdicts.GetValueOrDefault(PassingVerdict.Contradicts)} passings have no better reason than that they contradict");
    }

    private static void Check(MeetScoring scoring, RaceStandings race, int runner, Dictionary<PassingVerdict, int> verdicts, string where)
    {
        var entry = race.EntryOf(runner);
        var explanation = scoring.Explain(race.Race.RaceId, entry.Bib);
        Assert.True(explanation is not null, where);
        if (explanation.Entry.EntryId != entry.EntryId)
        {
            return;
        }

        Assert.True(explanation.Status == race.StatusOf(runner), where);
        for (var visit = 0; visit < race.Visits.Count; visit++)
        {
            var time = explanation.Visits[visit].Passing?.Time;
            Assert.True(time == race.Visits[visit].CrossingOf(runner), $"{where}, visit {visit}: explained {time}, crossed {race.Visits[visit].CrossingOf(runner)}");
            Assert.True(explanation.RecomputeAt(visit) == race.OfficialTimeOf(runner, visit), $"{where}, visit {visit}: recomputed {explanation.RecomputeAt(visit)}, was {race.OfficialTimeOf(runner, visit)}");
        }

        Assert.True(explanation.Passings.Where(passing => passing.Verdict == PassingVerdict.Counts).GroupBy(passing => passing.Visit).All(visit => visit.Count() == 1), $"{where}: two passings count for one visit");
        foreach (var passing in explanation.Passings)
        {
            verdicts[passing.Verdict] = verdicts.GetValueOrDefault(passing.Verdict) + 1;
        }
    }
}
