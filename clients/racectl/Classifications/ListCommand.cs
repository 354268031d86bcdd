using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Classifications;

/// <summary><c>racectl results classifications</c>.</summary>
internal static class ListCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = ClassificationOptions.Meet();
        var race = new Option<string>("--race") { Description = "Only this race.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var command = new Command("classifications", "Lists the published versions of a meet's results.") { meet, race };
        return command.Does(options, async (context, parse) =>
        {
            var versions = await ReadAsync(context, parse.GetRequiredValue(meet), parse.GetRequiredValue(race)).ConfigureAwait(false);
            context.Terminal.Answer(
                versions.Count == 0 ? "Nothing is published." : string.Join(Environment.NewLine, versions.Select(ClassificationText.Of)),
                versions.Select(version => new { version.RaceId, version.Version, State = ClassificationText.StateOf(version.State), version.Hash, version.PublishedBy, PublishTime = version.PublishTime.ToDateTimeOffset(), version.RowCount, version.Reason }));
            return ExitCode.Ok;
        });
    }

    private static async Task<List<Classification>> ReadAsync(CommandContext context, string meetId, string raceId)
    {
        var versions = new List<Classification>();
        var request = new ListClassificationsRequest { MeetId = meetId, RaceId = raceId };
        do
        {
            var page = await context.Client.Results.ListClassificationsAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            versions.AddRange(page.Classifications);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return versions;
    }
}
