using RaceSystem.Client;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Files;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Reads;

/// <summary>An import from the file to Timing's disk; the file is streamed and may have any size.</summary>
internal sealed class ReadFileImport(CommandContext context, ImportReadsOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UploadPatience = TimeSpan.FromMinutes(2);

    private readonly ImportTally _tally = new();
    private readonly Dictionary<ReadPlace, DeviceImport> _devices = [];

    private CancellationToken CancellationToken => context.CancellationToken;

    public async Task<int> RunAsync()
    {
        try
        {
            var hash = ReadFileContent.Hash(options.File);
            var preparation = new ImportPreparation(context.Client, new PatientCalls(Patience, TimeProvider.System), options);
            var times = await preparation.RunAsync(CancellationToken).ConfigureAwait(false);
            await UploadAsync(hash, times).ConfigureAwait(false);
            var held = await HeldAsync().ConfigureAwait(false);
            var report = new ImportReport(options, times, preparation.Created, _tally, _devices.Values.Sum(device => device.NewReadCount), held);
            report.Write(context.Terminal);
            return report.ExitCode;
        }
        catch (DecoderProtocolException exception)
        {
            context.Terminal.Say($"{options.File} cannot be read as declared: {exception.Message}");
            return ExitCode.Usage;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            context.Terminal.Say($"{options.File} cannot be read: {exception.Message}");
            return ExitCode.Usage;
        }
        finally
        {
            foreach (var device in _devices.Values)
            {
                await device.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads of the import's devices that wait in quarantine.</summary>
    private async Task<long> HeldAsync()
    {
        var held = 0L;
        foreach (var place in _devices.Keys)
        {
            var request = new ListQuarantinesRequest { MeetId = options.MeetId, DeviceId = place.DeviceId, State = QuarantineState.Open, PageSize = 1000 };
            var page = await new PatientCalls(Patience, TimeProvider.System).RunAsync(call => context.Client.Timing.ListQuarantinesAsync(request, call).ResponseAsync, CancellationToken).ConfigureAwait(false);
            held += page.Quarantines.Sum(quarantine => quarantine.ReadCount);
        }

        return held;
    }

    private async Task UploadAsync(string hash, DeclaredTimes times)
    {
        using var content = ReadFileContent.Open(options.File, out var file);
        await context.Terminal.WithProgressAsync("bytes", file.Length, async progress =>
        {
            var position = 0L;
            foreach (var item in options.Protocol.FileFormat!.Read(content, times.ToDeviceTimes(), options.Settings))
            {
                CancellationToken.ThrowIfCancellationRequested();
                await TakeAsync(item, hash, times).ConfigureAwait(false);
                if (file.Position != position)
                {
                    progress(file.Position - position);
                    position = file.Position;
                }
            }

            foreach (var device in _devices.Values)
            {
                await device.FlushAsync(CancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    private async ValueTask TakeAsync(ReadFileItem item, string hash, DeclaredTimes times)
    {
        if (item is ReadFileItem.Rejected rejected)
        {
            _tally.Reject(rejected);
            return;
        }

        if (options.Places.Of(item.Location) is not { } place)
        {
            _tally.Reject(new ReadFileItem.Rejected(item.Line, item.Location, $"location '{item.Location}' is not mapped: give --map-location '{item.Location}=POINT:DEVICE', or --point and --device for all others", ""));
            return;
        }

        var device = DeviceOf(place, hash, times);
        if (item is ReadFileItem.Marker marker)
        {
            _tally.AddMarker();
            await device.AddAsync(marker.Value, CancellationToken).ConfigureAwait(false);
        }
        else if (item is ReadFileItem.Read read)
        {
            _tally.AddRead(read.Value.Chip);
            await device.AddAsync(read.Value, CancellationToken).ConfigureAwait(false);
        }
    }

    private DeviceImport DeviceOf(ReadPlace place, string hash, DeclaredTimes times)
    {
        if (!_devices.TryGetValue(place, out var device))
        {
            device = new DeviceImport(new ReadUploader(context.Client.Timing, new ReadUploaderOptions
            {
                MeetId = options.MeetId,
                DeviceId = place.DeviceId,
                StreamId = ReadFileContent.StreamId(hash, options, times, place),
                HoldImplausibleTimes = true,
                GiveUpAfter = UploadPatience,
            }));
            _devices.Add(place, device);
        }

        return device;
    }
}
