namespace RaceSystem.Platform.Storage;

/// <summary>The database behind a service.</summary>
public enum StorageProvider
{
    /// <summary>A file beside the process; one process writes.</summary>
    Sqlite,

    /// <summary>A server; several processes may write.</summary>
    Postgres,
}
