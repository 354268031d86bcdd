namespace RaceSystem.Platform.Storage;

/// <summary>What the migrator and the health check see of a storage.</summary>
internal interface IMigratedStorage : IServiceStorage
{
    string Service { get; }

    /// <summary>Why the storage is not ready; null when it is.</summary>
    string? WaitingFor { get; }

    /// <summary>Runs the migrations and marks the storage ready.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what went wrong for the health check.</summary>
    void ReportFailure(string problem);
}
