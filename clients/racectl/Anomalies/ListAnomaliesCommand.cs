using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Anomalies;

/// <summary><c>racectl results anomalies</c>.</summary>
internal static class ListAnomaliesCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var race = new Option<string>("--race") { Description = "Only those that concern this race.", HelpName = "RACE", DefaultValueFactory = _ => "" };
        var kind = new Option<string[]>("--kind") { Description = "Only this kind, for example swapped-bibs; may be repeated.", HelpName = "KIND", DefaultValueFactory = _ => [] };
        var severity = new Option<string>("--severity") { Description = "Only these and more severe ones: notice, warning or severe.", DefaultValueFactory = _ => "notice" }.AcceptOnlyFromAmongOf("notice", "warning", "severe");
        var all = new Option<bool>("--all") { Description = "Also what is dismissed or decided." };
        var evidence = new Option<bool>("--evidence") { Description = "With the reads and times each is concluded from." };
        kind.AcceptOnlyFromAmong([.. AnomalyText.Kinds.Select(AnomalyText.Word)]);
        var command = new Command("anomalies", "Lists what does not add up in a meet, with suggested decisions: the most severe first.") { meet, race, kind, severity, all, evidence };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListAnomaliesRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                OpenOnly = !parse.GetValue(all),
                MinSeverity = AnomalyText.SeverityOf(parse.GetRequiredValue(severity)),
                PageSize = 1_000,
            };
            request.Kinds.AddRange(AnomalyText.Kinds.Where(one => parse.GetRequiredValue(kind).Contains(AnomalyText.Word(one))));
            var anomalies = await Pages.FollowAsync(
                    token => context.Client.Results.ListAnomaliesAsync(new ListAnomaliesRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Anomalies)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            if (context.Terminal.IsJson)
            {
                context.Terminal.Answer("", new { anomalies = anomalies.Select(AnomalyText.Json) });
            }
            else
            {
                AnomalyText.Write(context.Terminal, anomalies, parse.GetValue(evidence));
            }

            return ExitCode.Ok;
        });
    }
}
