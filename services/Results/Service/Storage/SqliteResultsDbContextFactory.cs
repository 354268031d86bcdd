using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RaceSystem.Results.Service.Storage;

/// <summary>For <c>dotnet ef migrations</c> alone; it connects to nothing.</summary>
internal sealed class SqliteResultsDbContextFactory : IDesignTimeDbContextFactory<SqliteResultsDbContext>
{
    public SqliteResultsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteResultsDbContext>().UseSqlite("Data Source=design.db").Options);
}
