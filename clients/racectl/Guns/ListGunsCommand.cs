using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Guns;

/// <summary><c>racectl timing gun list</c>.</summary>
internal static class ListGunsCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var command = new Command("list", "Lists the gun that counts for each wave.") { meet };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListGunStartsRequest { MeetId = parse.GetRequiredValue(meet) };
            var guns = await Pages.FollowAsync(
                    token => context.Client.Timing.ListGunStartsAsync(new ListGunStartsRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.GunStarts)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(GunTables.Of(guns), new { guns = guns.Select(GunTables.Json) });
            return ExitCode.Ok;
        });
    }
}
