using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Guns;

/// <summary><c>racectl timing gun record</c>.</summary>
internal static class RecordGunCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, race, by, note) = (CommonOptions.Meet(), CommonOptions.Race(), CommonOptions.By(), CommonOptions.Note());
        var wave = new Option<string>("--wave") { Description = "The wave; the race's first when left out.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var at = CommonOptions.Moment("--at", "When the gun was fired.");
        var device = new Option<string?>("--device") { Description = "Device whose marker is the gun; with --marker.", HelpName = "ID" };
        var marker = CommonOptions.Moment("--marker", "The marker's device time, as `markers` lists it. Recorded is its corrected time as it is now.");
        var command = new Command("record", "Records or corrects the gun of a wave, by its time or by a decoder's marker. The latest record counts.") { meet, race, wave, at, device, marker, by, note };
        command.Validators.Add(result =>
        {
            if (result.GetResult(device) is null != result.GetResult(marker) is null)
            {
                result.AddError("--device and --marker go together.");
            }
            else if (result.GetResult(at) is null == result.GetResult(marker) is null)
            {
                result.AddError("Give either --at, or --device and --marker.");
            }
        });
        return command.Does(options, async (context, parse) =>
        {
            var request = new RecordGunStartRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                GunStart = new GunStart
                {
                    RaceId = parse.GetRequiredValue(race),
                    WaveId = parse.GetRequiredValue(wave),
                    StartTime = Moments.TimestampOf(parse.GetValue(at)),
                    RecordedBy = parse.GetRequiredValue(by),
                    Note = parse.GetRequiredValue(note),
                },
                Marker = parse.GetValue(device) is { } id ? new GunMarker { DeviceId = id, DeviceTime = Moments.TimestampOf(parse.GetValue(marker)) } : null,
                RequestId = $"{Guid.NewGuid():n}",
            };
            var gun = (await context.Client.Timing.RecordGunStartAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false)).GunStart;
            context.Terminal.Answer($"Gun of {gun.RaceId}, wave {gun.WaveId}: {Moments.Text(gun.StartTime)}.", new { gun = GunTables.Json(gun) });
            return ExitCode.Ok;
        });
    }
}
