using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RaceSystem.Platform.Storage;

/// <summary>Healthy when the schema is there and the database answers.</summary>
internal sealed class StorageHealthCheck(IMigratedStorage storage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (storage.WaitingFor is { } problem)
        {
            return HealthCheckResult.Unhealthy($"waits for the database: {problem}");
        }

        try
        {
            await using var connection = await storage.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT 1";
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception error) when (StorageErrors.IsAway(error))
        {
            return HealthCheckResult.Unhealthy("the database does not answer", error);
        }
    }
}
