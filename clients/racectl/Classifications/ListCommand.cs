using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Classifications;

/// <summary><c>racectl results classifications</c>.</summary>
internal static class ListCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var race = new Option<string>("--race") { Description = "Only this race.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var command = new Command("classifications", "Lists the published versions of a meet's results.") { meet, race };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListClassificationsRequest { MeetId = parse.GetRequiredValue(meet), RaceId = parse.GetRequiredValue(race) };
            var versions = await Pages.FollowAsync(
                    token => context.Client.Results.ListClassificationsAsync(new ListClassificationsRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Classifications)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(
                versions.Count == 0 ? "Nothing is published." : string.Join(Environment.NewLine, versions.Select(ClassificationText.Of)),
                versions.Select(version => new { version.RaceId, version.Version, State = ClassificationText.StateOf(version.State), version.Hash, version.PublishedBy, PublishTime = version.PublishTime.ToDateTimeOffset(), version.RowCount, version.Reason }));
            return ExitCode.Ok;
        });
    }
}
