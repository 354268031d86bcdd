using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Guns;

/// <summary><c>racectl timing gun markers</c>.</summary>
internal static class ListMarkersCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, point, device) = (CommonOptions.Meet(), CommonOptions.OnlyPoint(), CommonOptions.OnlyDevice());
        var command = new Command("markers", "Lists what decoders reported beside reads, the latest first: guns, buttons, photocells.") { meet, point, device };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListMarkersRequest { MeetId = parse.GetRequiredValue(meet), TimingPointId = parse.GetRequiredValue(point), DeviceId = parse.GetRequiredValue(device), PageSize = 1_000 };
            var markers = await Pages.FollowAsync(
                    token => context.Client.Timing.ListMarkersAsync(new ListMarkersRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Markers)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(GunTables.Of(markers), new { markers = markers.Select(GunTables.Json) });
            return ExitCode.Ok;
        });
    }
}
