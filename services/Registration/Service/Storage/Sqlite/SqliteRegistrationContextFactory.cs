using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RaceSystem.Registration.Service.Storage.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c>; connects to nothing.</summary>
internal sealed class SqliteRegistrationContextFactory : IDesignTimeDbContextFactory<SqliteRegistrationContext>
{
    public SqliteRegistrationContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteRegistrationContext>().UseSqlite("Data Source=:memory:").Options);
}
