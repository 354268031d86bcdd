using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Adjudications;

/// <summary><c>racectl adjudicate list</c>.</summary>
internal static class ListAdjudicationsCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var race = new Option<string>("--race") { Description = "Only of this race.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var bib = new Option<string>("--bib") { Description = "Only what concerns this runner.", HelpName = "BIB", DefaultValueFactory = _ => "" };
        var standing = new Option<bool>("--standing") { Description = "Leave revoked ones out." };
        var appeals = new Option<bool>("--open-appeals") { Description = "Only those with an appeal to decide, by deadline." };
        var command = new Command("list", "Lists decisions, revoked ones too.") { meet, race, bib, standing, appeals };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListAdjudicationsRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                Bib = parse.GetRequiredValue(bib),
                StandingOnly = parse.GetValue(standing),
                OpenAppealsOnly = parse.GetValue(appeals),
            };
            var adjudications = await Pages.FollowAsync(
                    token => context.Client.Results.ListAdjudicationsAsync(new ListAdjudicationsRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Adjudications)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            if (context.Terminal.IsJson)
            {
                context.Terminal.Answer("", new { adjudications = adjudications.Select(JsonMessages.Of) });
            }
            else if (adjudications.Count == 0)
            {
                context.Terminal.Answer(request.OpenAppealsOnly ? "No appeal is open." : "Nothing was decided.", adjudications);
            }
            else
            {
                context.Terminal.OutputConsole().Write(AdjudicationText.Table(adjudications));
            }

            return ExitCode.Ok;
        });
    }
}
