using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Quarantines;

/// <summary><c>racectl timing quarantine list</c>.</summary>
internal static class ListQuarantinesCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, device) = (CommonOptions.Meet(), CommonOptions.OnlyDevice());
        var state = new Option<string>("--state") { Description = "Only these: open, released or discarded.", DefaultValueFactory = _ => "" }.AcceptOnlyFromAmongOf("open", "released", "discarded");
        var command = new Command("list", "Lists reads whose times cannot be believed: those that wait for a decision first.") { meet, device, state };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListQuarantinesRequest { MeetId = parse.GetRequiredValue(meet), DeviceId = parse.GetRequiredValue(device), State = StateOf(parse.GetRequiredValue(state)) };
            var quarantines = await Pages.FollowAsync(
                    token => context.Client.Timing.ListQuarantinesAsync(new ListQuarantinesRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Quarantines)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(QuarantineTable.Of(quarantines), new { quarantines = quarantines.Select(QuarantineTable.Json) });
            return ExitCode.Ok;
        });
    }

    private static QuarantineState StateOf(string text) => text switch
    {
        "open" => QuarantineState.Open,
        "released" => QuarantineState.Released,
        "discarded" => QuarantineState.Discarded,
        _ => QuarantineState.Unspecified,
    };
}
