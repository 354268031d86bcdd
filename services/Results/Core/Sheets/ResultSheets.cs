using RaceSystem.Kernel;
using RaceSystem.Results.Core.AgeGrading;
using RaceSystem.Results.Core.Awards;
using RaceSystem.Results.Core.Nations;
using RaceSystem.Results.Core.Points;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Records;
using RaceSystem.Results.Core.Relays;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Core.Teams;

namespace RaceSystem.Results.Core.Sheets;

/// <summary>Makes result sheets of snapshots.</summary>
public static class ResultSheets
{
    /// <summary>The sheet of a race of a snapshot.</summary>
    public static ResultSheet Of(MeetStandings standings, RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(standings);
        ArgumentNullException.ThrowIfNull(race);
        var meet = standings.Meet ?? new MeetFacts("", "", "", "", []);
        return new ResultSheet(meet, race.Race, standings.Sequences, [.. RowsOf(race)])
        {
            FirstGun = race.FirstGun,
            Awards = RaceAwards.Of(race).Lists,
            Teams = RaceTeams.Of(race).Tables,
            Legs = RaceRelay.Of(race).Legs,
            Nations = NationTable.Of(race).Nations,
        };
    }

    /// <summary>The rows alone, in order, each made when it is asked for: a large field is read through without being held.</summary>
    public static IEnumerable<ResultRow> RowsOf(RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(race);
        var records = RecordsByRunner(race);
        return race.RunnersInOrder().Select(runner => RowOf(race, runner, records));
    }

    private static ResultRow RowOf(RaceStandings race, int runner, ILookup<int, RecordNote> records)
    {
        var finish = race.Visits.Count - 1;
        var row = new ResultRow
        {
            Entry = race.EntryOf(runner).AsShown(),
            DivisionId = race.DivisionOf(runner)?.DivisionId ?? "",
            Status = race.StatusOf(runner),
            Adjudications = race.AdjudicationsOf(runner),
            Gun = race.GunOf(runner),
            Start = race.StartOf(runner),
            Records = records.Contains(runner) ? [.. records[runner]] : [],
            Runner = runner,
        };
        if (finish < 0)
        {
            return row;
        }

        // A disqualified runner has no time; what was measured stays with the splits.
        var isTimed = race.StatusOf(runner) != ResultStatus.Dsq;
        return row with
        {
            Places = race.Visits[finish].PlacesOf(runner),
            OfficialTime = Shown(race, race.OfficialTimeOf(runner, finish)),
            GunTime = isTimed ? Shown(race, race.GunTimeOf(runner, finish)) : null,
            NetTime = isTimed ? Shown(race, race.NetTimeOf(runner, finish)) : null,
            AgeGrade = AgeGradeStandings.Of(race).GradeOf(runner),
            Points = RacePoints.Of(race, runner),
            Splits = [.. race.Race.Visits.Select((_, i) => SplitOf(race, runner, i))],
        };
    }

    private static ILookup<int, RecordNote> RecordsByRunner(RaceStandings race) => RaceRecords.Of(race).Outcomes
        .SelectMany(outcome => outcome.Marks, (outcome, mark) => (mark.Runner, Note: new RecordNote(outcome.Record, mark.Breaks)))
        .ToLookup(mark => mark.Runner, mark => mark.Note);

    private static ResultSplit SplitOf(RaceStandings race, int runner, int visit) =>
        new(race.Race.Visits[visit], Shown(race, race.OfficialTimeOf(runner, visit)), race.Visits[visit].PlacesOf(runner))
        {
            GunTime = Shown(race, race.GunTimeOf(runner, visit)),
            NetTime = Shown(race, race.NetTimeOf(runner, visit)),
            Inferred = InferredOf(race, runner, visit),
        };

    private static InferredSplitTimes? InferredOf(RaceStandings race, int runner, int visit)
    {
        return RacePlausibility.Of(race).SplitOf(runner, visit) is { } split ? new InferredSplitTimes(Shown(race.OfficialTimeOf), Shown(race.GunTimeOf), Shown(race.NetTimeOf)) : null;

        InferredTime? Shown(Func<int, int, Elapsed?> timeOf) => InferredTime.Of(race, runner, visit, split, timeOf)?.Shown(race.Race.Resolution);
    }

    private static Elapsed? Shown(RaceStandings race, Elapsed? exact) => exact is { } time ? race.Race.Resolution.Shown(time) : null;
}
