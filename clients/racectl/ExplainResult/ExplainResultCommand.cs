using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.ExplainResult;

/// <summary><c>racectl results explain</c>.</summary>
internal static class ExplainResultCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var bib = new Option<string>("--bib") { Description = "Whose result.", HelpName = "BIB", Required = true };
        var withoutReads = new Option<bool>("--without-reads") { Description = "Leave out the raw reads; Timing is not asked." };
        var command = new Command("explain", "Tells why a runner's result is what it is: gun, rules, every passing and every read, used or not and by which rule.") { meet, bib, withoutReads };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ExplainResultRequest { MeetId = parse.GetRequiredValue(meet), Bib = parse.GetRequiredValue(bib), WithoutReads = parse.GetValue(withoutReads) };
            var explanation = await context.Client.Results.ExplainResultAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            if (context.Terminal.IsJson)
            {
                context.Terminal.Answer("", JsonMessages.Of(explanation));
            }
            else
            {
                ResultExplanationText.Write(context.Terminal, explanation);
            }

            return ExitCode.Ok;
        });
    }
}
