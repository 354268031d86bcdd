using System.Globalization;
using System.Text;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>Everything that standings say, as text to compare.</summary>
internal static class StandingsText
{
    public static string Of(MeetStandings meet)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{meet.Meet?.DisplayName} {meet.Meet?.RaceDay}\n");
        foreach (var race in meet.Races)
        {
            text.Append(CultureInfo.InvariantCulture, $"{race.Race.RaceId} {race.Race.Profile} {race.Race.Ties} first gun {race.FirstGun} {race.Counts}\n");
            for (var runner = 0; runner < race.RunnerCount; runner++)
            {
                Append(text, race, runner);
            }

            text.Append("live ").AppendJoin(' ', race.Live.Order.ToArray()).Append('\n');
            foreach (var visit in race.Visits)
            {
                text.Append(CultureInfo.InvariantCulture, $"{visit.MeasuredCount} measured, order ").AppendJoin(' ', visit.Order.ToArray()).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, RaceStandings race, int runner)
    {
        var entry = race.EntryOf(runner);
        text.Append(CultureInfo.InvariantCulture, $"{entry.EntryId} {entry.Bib} {entry.Sex} {race.DivisionOf(runner)?.DivisionId} {race.StatusOf(runner)} last {race.LastVisitOf(runner)} gun {race.GunOf(runner)} live {race.Live.PlacesOf(runner)}");
        for (var visit = 0; visit < race.Visits.Count; visit++)
        {
            var standings = race.Visits[visit];
            text.Append(CultureInfo.InvariantCulture, $" | {standings.CrossingOf(runner)} {race.OfficialTimeOf(runner, visit)} {race.GunTimeOf(runner, visit)} {race.NetTimeOf(runner, visit)} {standings.PlacesOf(runner)}");
        }

        text.Append('\n');
    }
}
