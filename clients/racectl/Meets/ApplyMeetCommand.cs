using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Meets;

/// <summary><c>racectl meet apply</c>.</summary>
internal static class ApplyMeetCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Create(GlobalOptions options)
    {
        var file = new Option<string>("--file", "-f")
        {
            Description = "The meet in JSON (racesystem.registration.v1.Meet), with timingPoints and devices where wanted.",
            HelpName = "FILE",
            Required = true,
        };
        var command = new Command("apply", "Creates a meet or brings it to the state of a file; the same file again changes nothing.") { file };
        return command.Does(options, async (context, parse) =>
        {
            var wanted = MeetFile.Read(parse.GetRequiredValue(file));
            var applier = new MeetApplier(context.Client, new PatientCalls(Patience, TimeProvider.System));
            var changed = await applier.ApplyAsync(wanted.Meet, wanted.TimingPoints, wanted.Devices, context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer($"Meet {wanted.Meet.MeetId}: {(changed ? "changed" : "unchanged")}.", new { meet = wanted.Meet.MeetId, changed });
            return ExitCode.Ok;
        });
    }
}
