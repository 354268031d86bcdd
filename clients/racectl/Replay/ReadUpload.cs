using RaceSystem.Client;

namespace RaceSystem.Racectl.Replay;

/// <summary>Uploads the reads of all devices at once, each over a stream of its own as in the field.</summary>
internal sealed class ReadUpload(RaceSystemClient client, ReplayPlan plan, ReplayOptions options, TimeSpan patience)
{
    // A stream of this run's own: sequences begin at 1, and reads that an earlier run uploaded count once by their content.
    private readonly string _streamId = $"replay-{Guid.NewGuid():N}";

    /// <summary>Reads sent; all of them are on Timing's disk.</summary>
    public async Task<long> RunAsync(Action<long> progress, CancellationToken cancellationToken)
    {
        var begin = plan.Devices.Where(device => device.Crossings.Length > 0).Select(device => device.Crossings[0].TimeUs).DefaultIfEmpty().Min();
        var pace = new ReplayPace(options.Speed, begin, TimeProvider.System);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var devices = plan.Devices.Select((device, number) => Task.Run(() => UploadAsync(device, number, pace, progress, stopping), CancellationToken.None)).ToArray();
        var sent = await Task.WhenAll(devices).ConfigureAwait(false);
        return sent.Sum();
    }

    private async Task<long> UploadAsync(DevicePlan device, int number, ReplayPace pace, Action<long> progress, CancellationTokenSource stopping)
    {
        var uploader = new ReadUploader(client.Timing, new ReadUploaderOptions
        {
            MeetId = options.MeetId,
            DeviceId = device.DeviceId,
            StreamId = _streamId + "-" + device.TimingPointId,
            GiveUpAfter = patience,
        });
        await using (uploader.ConfigureAwait(false))
        {
            try
            {
                var pump = new ReadPump(new ReadSource(device, number, options.Noise), plan.Chips, pace, uploader, progress);
                return await pump.RunAsync(stopping.Token).ConfigureAwait(false);
            }
            catch (RaceSystemException)
            {
                // One device refused is a replay that cannot become right: the others need not go on.
                await stopping.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }
}
