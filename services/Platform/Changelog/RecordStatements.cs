using RaceSystem.Platform.Storage;

namespace RaceSystem.Platform.Changelog;

/// <summary>Chooses the statements of a database.</summary>
internal static class RecordStatements
{
    public static IRecordStatements For(StorageProvider provider) =>
        provider == StorageProvider.Sqlite ? new SqliteRecordStatements() : new PostgresRecordStatements();
}
