using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RaceSystem.Registration.Service.Storage.Sqlite;

/// <summary>Registration in a SQLite file.</summary>
internal sealed class SqliteRegistrationContext(DbContextOptions<SqliteRegistrationContext> options) : RegistrationContext(options)
{
    // SQLite compares by bytes unless told otherwise.
    protected override void CompareByBytes(PropertyBuilder<string> id)
    {
    }
}
