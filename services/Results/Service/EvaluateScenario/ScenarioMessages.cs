using Google.Protobuf.WellKnownTypes;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scenarios;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;
using AwardChange = RaceSystem.Results.Core.Awards.AwardChange;
using WinnerChange = RaceSystem.Results.Core.Scenarios.WinnerChange;

namespace RaceSystem.Results.Service.EvaluateScenario;

/// <summary>What a scenario would change, as the contract shows it.</summary>
internal static class ScenarioMessages
{
    public static ScenarioSummary SummaryOf(ScenarioOutcome outcome, Duration took) => new() { Races = { outcome.Races.Select(SummaryOf) }, EvaluationTime = took };

    public static ScenarioRow RowOf(RaceDiff race, RunnerChange row) => new()
    {
        RaceId = RaceOf(race).RaceId,
        Bib = row.Entry.Bib,
        DisplayName = row.Entry.DisplayName,
        Before = row.Before is { } before ? StateOf(race.Before!, before) : null,
        After = row.After is { } after ? StateOf(race.After!, after) : null,
        SplitIds = { row.SplitIds },
    };

    private static RaceDifference SummaryOf(RaceDiff race)
    {
        var counts = race.Counts;
        return new RaceDifference
        {
            RaceId = RaceOf(race).RaceId,
            ChangedCount = counts.Changed,
            StatusCount = counts.Status,
            TimeCount = counts.Time,
            PlaceCount = counts.Place,
            JoinedCount = counts.Joined,
            LeftCount = counts.Left,
            Winners = { race.Winners.Select(Of) },
            Awards = { race.Awards.Select(Of) },
        };
    }

    private static V1.WinnerChange Of(WinnerChange change) => new()
    {
        Sex = StandingRows.SexOf(change.Sex),
        DivisionId = change.DivisionId,
        Place = change.Place,
        BeforeBibs = { change.Before.Select(entry => entry.Bib) },
        AfterBibs = { change.After.Select(entry => entry.Bib) },
    };

    private static V1.AwardChange Of(AwardChange change) => new()
    {
        AwardId = change.AwardId,
        DivisionId = change.DivisionId,
        Sex = StandingRows.SexOf(change.Sex),
        BeforeBibs = { change.Before.Select(winner => winner.Winner.Bib) },
        AfterBibs = { change.After.Select(winner => winner.Winner.Bib) },
    };

    private static ScenarioState StateOf(RaceStandings race, RunnerState state) => new()
    {
        Status = StandingRows.StatusOf(state.Status),
        OfficialTime = StandingRows.Shown(race, state.OfficialTime),
        ExactTime = state.OfficialTime is { } exact ? Duration.FromTimeSpan(exact.ToTimeSpan()) : null,
        Places = StandingRows.Of(state.Places),
        LastSplitId = state.LastVisit >= 0 ? race.Race.Visits[state.LastVisit].SplitId : "",
    };

    private static RaceDefinition RaceOf(RaceDiff race) => (race.After ?? race.Before)!.Race;
}
