using System.CommandLine;
using Google.Protobuf.Collections;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Standings;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Awards;

/// <summary><c>racectl results nations</c>.</summary>
internal static class NationsCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, race) = (CommonOptions.Meet(), CommonOptions.Race());
        var command = new Command("nations", "Shows the countries of a race: entries, starters, finishers, places by sex, best runners.") { meet, race };
        return command.Does(options, async (context, parse) =>
        {
            var request = new GetNationTableRequest { MeetId = parse.GetRequiredValue(meet), RaceId = parse.GetRequiredValue(race) };
            var nations = (await context.Client.Results.GetNationTableAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false)).Nations;
            context.Terminal.Answer(TableOf(nations), nations.Select(Json));
            return ExitCode.Ok;
        });
    }

    private static Table TableOf(RepeatedField<NationStanding> nations) => Tables.Of(
        ["Country", "Entered", "Started", "Finished", "1st", "2nd", "3rd", "Best man", "Best woman"],
        nations.Select(nation => new[]
        {
            nation.Country, $"{nation.EntryCount}", $"{nation.StartedCount}", $"{nation.FinishedCount}",
            StandingsTable.Number(nation.FirstPlaces), StandingsTable.Number(nation.SecondPlaces), StandingsTable.Number(nation.ThirdPlaces), Best(nation.BestMan), Best(nation.BestWoman),
        }),
        $"{nations.Count} countries");

    private static string Best(Standing? runner) => runner is null ? "" : $"{runner.Places?.BySex}. {(runner.DisplayName.Length > 0 ? runner.DisplayName : runner.Bib)}";

    private static object Json(NationStanding nation) => new
    {
        country = nation.Country,
        entered = nation.EntryCount,
        started = nation.StartedCount,
        finished = nation.FinishedCount,
        places = new[] { nation.FirstPlaces, nation.SecondPlaces, nation.ThirdPlaces },
        bestMan = nation.BestMan is null ? null : StandingsTable.Json(nation.BestMan),
        bestWoman = nation.BestWoman is null ? null : StandingsTable.Json(nation.BestWoman),
    };
}
