using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Records;

/// <summary>Records that the results of a race break or equal: a function of the snapshot alone. Immutable.</summary>
public sealed class RaceRecords
{
    /// <summary>Most results told of one record.</summary>
    public const int MaxMarks = 100;

    private RaceRecords(IReadOnlyList<RecordOutcome> outcomes) => Outcomes = outcomes;

    /// <summary>One for each record of the race.</summary>
    public IReadOnlyList<RecordOutcome> Outcomes { get; }

    /// <summary>The records of a race; made when first asked for.</summary>
    public static RaceRecords Of(RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Derive(snapshot => new RaceRecords([.. snapshot.Race.Records.Select(record => new RecordOutcome(record, MarksOf(snapshot, record)))]));
    }

    private static List<RecordMark> MarksOf(RaceStandings race, StandingRecord record)
    {
        var marks = new List<RecordMark>();
        foreach (var runner in race.Visits.Count > 0 ? race.Visits[^1].Order : [])
        {
            var time = race.Race.Resolution.Shown(race.Visits[^1].RankingTimeOf(runner)!.Value);
            if (time > record.Time || marks.Count == MaxMarks)
            {
                break;
            }

            if (Concerns(record, race, runner))
            {
                marks.Add(new RecordMark(runner, time, time < record.Time));
            }
        }

        return marks;
    }

    private static bool Concerns(StandingRecord record, RaceStandings race, int runner)
    {
        var entry = race.EntryOf(runner);
        return (record.Sex == Sex.Unknown || record.Sex == entry.Sex)
            && record.Person.IsMetBy(entry)
            && Belongs(race, runner, entry, record.DivisionId);
    }

    /// <summary>Who is in a separate division breaks no record but those of that division.</summary>
    private static bool Belongs(RaceStandings race, int runner, Entry entry, string divisionId)
    {
        var own = race.DivisionOf(runner);
        return string.Equals(own?.DivisionId, divisionId, StringComparison.Ordinal)
            || (own is not { Separate: true }
                && (divisionId.Length == 0 || race.Race.Divisions.Any(division => division.Additional && string.Equals(division.DivisionId, divisionId, StringComparison.Ordinal) && division.Takes(entry))));
    }
}
