using Microsoft.Extensions.Options;
using RaceSystem.Client;
using RaceSystem.Timing.EdgeAgent.Spool;

namespace RaceSystem.Timing.EdgeAgent.Upload;

/// <summary>Sends the spool to Timing, from where Timing says it stands, for as long as it takes.</summary>
internal sealed class SpoolUploader(
    IOptions<EdgeAgentOptions> options,
    RaceSystemClient client,
    SpoolFile spool,
    ReadJournal journal,
    TimeProvider time,
    ILogger<SpoolUploader> logger) : BackgroundService
{
    private static readonly TimeSpan RefusalPause = TimeSpan.FromSeconds(5);

    private ReadUploader? _uploader;

    /// <summary>Every record up to this is on Timing's disk.</summary>
    internal long DurableSequence { get; private set; }

    /// <summary>Why reads do not flow; null while they do.</summary>
    internal string? Problem { get; private set; }

    /// <summary>Brings <see cref="DurableSequence"/> up to now.</summary>
    internal void Refresh() => DurableSequence = Math.Max(DurableSequence, Volatile.Read(ref _uploader)?.DurableSequence ?? 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    await UploadAsync(stoppingToken);
                }
                catch (RaceSystemException exception)
                {
                    // An unknown device is applied later, a full server has room again: the reads are safe here.
                    Problem = exception.Message;
                    LogMessages.UploadRefused(logger, RefusalPause.TotalSeconds, exception.Message);
                    await Task.Delay(RefusalPause, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The agent stops; the spool knows the rest.
        }
    }

    private async Task UploadAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value;
        await using var uploader = new ReadUploader(client.Timing, new ReadUploaderOptions
        {
            MeetId = settings.MeetId,
            DeviceId = settings.DeviceId,
            StreamId = $"edge-{settings.DeviceId}"[..Math.Min(63, 5 + settings.DeviceId.Length)],
            Epoch = spool.Epoch,
        });
        Volatile.Write(ref _uploader, uploader);
        var next = await uploader.ConnectAsync(stoppingToken) + 1;
        Problem = null;
        while (true)
        {
            var appended = journal.Appended.Next;
            if (next <= spool.LastSequence)
            {
                await uploader.EnqueueAsync(spool.Read(next), stoppingToken);
                next++;
            }
            else
            {
                await appended.WaitAsync(stoppingToken);
            }
        }
    }
}
