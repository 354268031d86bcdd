using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RaceSystem.Timing.Service.Storage;

/// <summary>For <c>dotnet ef migrations</c> alone; it connects to nothing.</summary>
internal sealed class SqliteTimingDbContextFactory : IDesignTimeDbContextFactory<SqliteTimingDbContext>
{
    public SqliteTimingDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTimingDbContext>().UseSqlite("Data Source=design.db").Options);
}
