using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Classifications;

/// <summary><c>racectl results check</c>.</summary>
internal static class CheckCommand
{
    private const int ShownBibs = 10;

    public static Command Create(GlobalOptions options)
    {
        var (meet, race) = (CommonOptions.Meet(), CommonOptions.Race());
        var command = new Command("check", "Lists what is open in a race before its results are published.") { meet, race };
        return command.Does(options, async (context, parse) =>
        {
            var request = new CheckClassificationRequest { MeetId = parse.GetRequiredValue(meet), RaceId = parse.GetRequiredValue(race) };
            var check = await context.Client.Results.CheckClassificationAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(TextOf(check), new
            {
                Items = check.Items.Select(item => new { item.ItemId, Kind = item.Kind.ToString(), item.Blocking, item.Message, item.Bibs }),
                check.TotalCount,
                AllowedStates = check.AllowedStates.Select(ClassificationText.StateOf),
            });
            return ExitCode.Ok;
        });
    }

    private static string TextOf(CheckClassificationResponse check)
    {
        var lines = check.Items.Select(item => $"{(item.Blocking ? "BLOCKS" : "open  ")}  {item.ItemId}  {item.Message}{BibsOf(item)}");
        var blocking = check.Items.Count(item => item.Blocking);
        var left = check.TotalCount - check.Items.Count;
        var more = left > 0 ? new[] { $"… and {left} more that do not block: racectl results anomalies lists them." } : [];
        return string.Join(Environment.NewLine,
            [.. lines, .. more, $"{(check.TotalCount == 0 ? "Nothing is open" : $"{check.TotalCount} open, {blocking} in the way of official results")}. May be published: {string.Join(", ", check.AllowedStates.Select(ClassificationText.StateOf))}."]);
    }

    private static string BibsOf(CheckItem item) => item.Bibs.Count == 0
        ? ""
        : $" Bibs {string.Join(", ", item.Bibs.Take(ShownBibs))}{(item.Bibs.Count > ShownBibs ? " …" : "")}";
}
