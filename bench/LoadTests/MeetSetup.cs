using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Client;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.LoadTests;

/// <summary>A meet with entries, timing points and a gun.</summary>
internal static class MeetSetup
{
    private const int ChunkRows = 2000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Applies it, and returns when every service knows of it.</summary>
    public static async Task ApplyAsync(RaceSystemClient system, string meetId, LoadShape shape, CancellationToken cancellationToken)
    {
        await system.Registration.ApplyMeetAsync(new ApplyMeetRequest { Meet = shape.Meet(meetId) }, cancellationToken: cancellationToken).ConfigureAwait(false);
        using var import = system.Registration.ImportEntries(cancellationToken: cancellationToken);
        await import.RequestStream.WriteAsync(new ImportEntriesRequest { Header = new ImportHeader { MeetId = meetId } }, cancellationToken).ConfigureAwait(false);
        foreach (var rows in shape.Entries().Chunk(ChunkRows))
        {
            await import.RequestStream.WriteAsync(new ImportEntriesRequest { Chunk = new ImportChunk { Rows = { rows } } }, cancellationToken).ConfigureAwait(false);
        }

        await import.RequestStream.CompleteAsync().ConfigureAwait(false);
        await import.ResponseAsync.ConfigureAwait(false);
        var points = shape.TimingPoints(meetId);
        await UntilFollowedAsync(() => system.Timing.ApplyTimingPointsAsync(points, cancellationToken: cancellationToken).ResponseAsync, cancellationToken).ConfigureAwait(false);
        var gun = new GunStart { RaceId = LoadShape.RaceId, WaveId = "1", StartTime = Timestamp.FromDateTimeOffset(LoadShape.Gun), RecordedBy = "load test" };
        await UntilFollowedAsync(() => system.Timing.RecordGunStartAsync(new RecordGunStartRequest { MeetId = meetId, GunStart = gun }, cancellationToken: cancellationToken).ResponseAsync, cancellationToken).ConfigureAwait(false);
        await UntilFollowedAsync(() => system.Results.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = meetId }, cancellationToken: cancellationToken).ResponseAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Repeats a call while another service has not followed what was made a moment ago.</summary>
    private static async Task UntilFollowedAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await call().ConfigureAwait(false);
                return;
            }
            catch (RpcException exception) when (RaceSystemException.From(exception).Reason is "MEET_UNKNOWN" or "RACE_UNKNOWN" or "OWNER_UNAVAILABLE")
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
