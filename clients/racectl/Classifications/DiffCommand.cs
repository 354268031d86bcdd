using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Classifications;

/// <summary><c>racectl results diff</c>.</summary>
internal static class DiffCommand
{
    private const int PageSize = 1_000;

    public static Command Create(GlobalOptions options)
    {
        var (meet, race) = (CommonOptions.Meet(), CommonOptions.Race());
        var from = new Option<int>("--from") { Description = "The earlier version; the one before --to otherwise.", HelpName = "N" };
        var to = new Option<int>("--to") { Description = "The later version; the latest otherwise.", HelpName = "N" };
        var command = new Command("diff", "Shows what changed between two published versions, runner by runner, and which awards.") { meet, race, from, to };
        return command.Does(options, async (context, parse) =>
        {
            var request = new DiffClassificationsRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                FromVersion = parse.GetValue(from),
                ToVersion = parse.GetValue(to),
                PageSize = PageSize,
            };
            var pages = await Pages.FollowAsync(
                    token => context.Client.Results.DiffClassificationsAsync(new DiffClassificationsRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            var (changes, last) = (pages.SelectMany(page => page.Changes).ToList(), pages[^1]);
            context.Terminal.Answer(
                string.Join(Environment.NewLine, [.. changes.Select(TextOf), .. pages[0].AwardChanges.Select(AwardText.Of), .. AwardText.NotCompared(last), $"Version {last.From.Version} to {last.To.Version}: {last.AddedCount} added, {last.RemovedCount} removed, {last.ChangedCount} changed."]),
                new { From = last.From.Version, To = last.To.Version, Changes = changes.Select(change => new { change.Bib, change.EntryId, Kind = change.Kind.ToString(), Fields = change.Fields.Select(field => new { field.Field, field.Before, field.After }) }), last.AwardsCompared, Awards = pages[0].AwardChanges.Select(AwardText.JsonOf) });
            return ExitCode.Ok;
        });
    }

    private static string TextOf(RowChange change) => change.Kind switch
    {
        RowChangeKind.Added => $"+ {change.Bib}",
        RowChangeKind.Removed => $"- {change.Bib}",
        _ => $"  {change.Bib}: {string.Join("; ", change.Fields.Where(field => field.Field != "person" && !field.Field.StartsWith("splits.", StringComparison.Ordinal)).Select(TextOf).DefaultIfEmpty(Summary(change)))}",
    };

    private static string Summary(RowChange change) => string.Join(", ", change.Fields.Select(field => field.Field));

    private static string TextOf(FieldChange field) => $"{field.Field.Replace("_ms", "", StringComparison.Ordinal)} {ValueOf(field, field.Before)} → {ValueOf(field, field.After)}";

    /// <summary>Times as on a clock, everything else as it was signed.</summary>
    private static string ValueOf(FieldChange field, string value) =>
        value.Length == 0 ? "none"
        : field.Field.EndsWith("_ms", StringComparison.Ordinal) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? ClassificationText.Clock(time)
        : field.Field == "decisions" ? DecisionsOf(value)
        : value;

    private static string DecisionsOf(string json)
    {
        using var decisions = JsonDocument.Parse(json);
        return string.Join(", ", decisions.RootElement.EnumerateArray().Select(decision => string.Join(' ', decision.EnumerateObject().Where(part => part.Name != "adjudication_id").Select(DecisionPart))));
    }

    private static string DecisionPart(JsonProperty part) =>
        part.Name == "time_us" ? ClassificationText.Clock(part.Value.GetInt64() / 1_000)
        : part.Name == "decision" ? part.Value.ToString().Replace('_', ' ').ToLowerInvariant()
        : part.Value.ToString();
}
