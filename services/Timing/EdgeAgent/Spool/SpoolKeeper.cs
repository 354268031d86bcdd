namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>Looks after the spool now and then: how far Timing is, room for the next segment, what is not needed any more.</summary>
internal sealed class SpoolKeeper(ReadSpool spool, TimeProvider time, ILogger<SpoolKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Why there is no room for another segment; null while there is.</summary>
    internal string? Alarm { get; private set; }

    /// <summary>Looks after it once.</summary>
    internal void Keep()
    {
        try
        {
            spool.WriteCheckpoint();
            spool.Maintain();
            if (Alarm is not null)
            {
                LogMessages.RoomAgain(logger);
                Alarm = null;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (Alarm is null)
            {
                LogMessages.RoomRunsOut(logger, exception.Message);
            }

            Alarm = exception.Message;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Keep();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Keep();
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
