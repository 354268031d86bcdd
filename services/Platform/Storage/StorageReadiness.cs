using RaceSystem.Kernel;

namespace RaceSystem.Platform.Storage;

/// <summary>A bounded wait for a storage that is not ready.</summary>
public static class StorageReadiness
{
    /// <summary>Reason of the refusal while a database is away.</summary>
    public const string AwayReason = "STORAGE_UNAVAILABLE";

    /// <summary>Waits until the storage is ready, at most <paramref name="patience"/>.</summary>
    /// <exception cref="RefusalException">It is not ready in time; reason <c>STORAGE_UNAVAILABLE</c>.</exception>
    public static async Task RequireAsync(Task ready, string service, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await ready.WaitAsync(patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw Away(service);
        }
    }

    /// <summary>The refusal while the database of a service is away.</summary>
    public static RefusalException Away(string service) =>
        new(RefusalKind.Unavailable, AwayReason, $"The database of '{service}' is away; try again, it is being waited for.");
}
