using RaceSystem.Results.Core.Scenarios;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Records;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>What a decision changes in the standings, found by scoring a copy of the meet with it: nobody's view of the standings changes.</summary>
internal static class AdjudicationEffects
{
    private const int MaxRows = 100;

    /// <summary>The effect of a decision as it would stand; a revoked one takes away what it did.</summary>
    public static AdjudicationEffect Of(KnownMeet meet, Adjudication adjudication)
    {
        Core.Scenarios.ScenarioChange change = AdjudicationReading.StandingOf(adjudication) is { } standing
            ? new DecisionAdded(standing)
            : new DecisionRevoked(adjudication.RaceId, adjudication.AdjudicationId);
        var outcome = Scenario.Evaluate(meet.Scorer.Fork(), [change]);
        var effect = new AdjudicationEffect();
        var (moved, atSplits) = (new List<EffectRow>(), new List<EffectRow>());
        foreach (var race in outcome.Races)
        {
            foreach (var row in race.Rows(0, int.MaxValue))
            {
                effect.ChangedCount++;
                if (row.Entry.Bib != adjudication.Bib && IsOnlyMoved(row))
                {
                    effect.MovedCount++;
                    AddTo(row.Before!.Value.Places != row.After!.Value.Places ? moved : atSplits, race, row);
                }
                else
                {
                    AddTo(effect.Rows, race, row);
                }
            }
        }

        effect.Rows.Add(moved.Concat(atSplits).Take(MaxRows - effect.Rows.Count));
        return effect;
    }

    /// <summary>Status and time stay; places move, at the finish or at splits alone.</summary>
    private static bool IsOnlyMoved(RunnerChange row) =>
        row is { Before: { } before, After: { } after } && before with { Places = default } == after with { Places = default };

    private static void AddTo(ICollection<EffectRow> rows, RaceDiff race, RunnerChange row)
    {
        if (rows.Count < MaxRows)
        {
            rows.Add(new EffectRow
            {
                RaceId = (race.After ?? race.Before)!.Race.RaceId,
                Before = row.Before is null ? null : RowOf(race.Before!, row.Entry.Bib, row.Entry.EntryId),
                After = row.After is null ? null : RowOf(race.After!, row.Entry.Bib, row.Entry.EntryId),
            });
        }
    }

    private static Standing? RowOf(RaceStandings race, string bib, string entryId)
    {
        for (var runner = race.FindBib(bib); runner >= 0 && runner < race.RunnerCount; runner++)
        {
            if (race.EntryOf(runner).EntryId == entryId)
            {
                var finish = race.Visits.Count - 1;
                return StandingRows.Of(race, runner, finish, finish < 0 ? default : race.Visits[finish].PlacesOf(runner));
            }
        }

        return null;
    }
}
