using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RaceSystem.Platform.Storage;

/// <summary>
/// Brings a service's schema up to date at start and waits for a database that is away: the host runs meanwhile and is
/// unhealthy. Several processes may start at once; EF Core's migration lock orders them.
/// </summary>
internal sealed class StorageMigrator(IMigratedStorage storage, TimeProvider time, ILogger<StorageMigrator> log) : BackgroundService
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var delay = FirstDelay;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await storage.MigrateAsync(stoppingToken);
                log.StorageReady(storage.Service, storage.Provider);
                return;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                storage.ReportFailure(error.Message);
                log.StorageWaits(storage.Service, delay, error);
            }

            await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
        }
    }
}
