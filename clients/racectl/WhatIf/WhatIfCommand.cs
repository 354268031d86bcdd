using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.WhatIf;

/// <summary><c>racectl results what-if</c>.</summary>
internal static class WhatIfCommand
{
    private const int MostRows = 100_000;

    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var file = new Option<FileInfo>("--file") { Description = "What to assume: JSON, {\"changes\": [{\"gun\": {\"raceId\": \"half\", \"waveId\": \"first\", \"shift\": \"3s\"}}]}, in the words of EvaluateScenario.", HelpName = "FILE", Required = true };
        var rows = new Option<int>("--rows") { Description = "Runners to show, 1 to 100000; the counts are whole anyway.", HelpName = "N", DefaultValueFactory = _ => 50 }.InRange(1, MostRows);
        var command = new Command("what-if", "Tells what would come out if guns, passings, rules or decisions were otherwise. Nothing is changed.") { meet, file, rows };
        return command.Does(options, async (context, parse) =>
        {
            var request = JsonMessages.Read<EvaluateScenarioRequest>(parse.GetRequiredValue(file));
            request.MeetId = parse.GetRequiredValue(meet);
            request.MaxRows = parse.GetValue(rows);
            var (summary, changed) = await EvaluateAsync(context, request).ConfigureAwait(false);
            if (context.Terminal.IsJson)
            {
                context.Terminal.Answer("", new { summary = JsonMessages.Of(summary), rows = changed.Select(JsonMessages.Of) });
            }
            else
            {
                WhatIfText.Write(context.Terminal, summary, changed);
            }

            return ExitCode.Ok;
        });
    }

    private static async Task<(ScenarioSummary Summary, List<ScenarioRow> Rows)> EvaluateAsync(CommandContext context, EvaluateScenarioRequest request)
    {
        var summary = new ScenarioSummary();
        var rows = new List<ScenarioRow>();
        using var call = context.Client.Results.EvaluateScenario(request, cancellationToken: context.CancellationToken);
        while (await call.ResponseStream.MoveNext(context.CancellationToken).ConfigureAwait(false))
        {
            var message = call.ResponseStream.Current;
            summary = message.Summary ?? summary;
            rows.AddRange(message.Rows?.Rows ?? []);
        }

        return (summary, rows);
    }
}
