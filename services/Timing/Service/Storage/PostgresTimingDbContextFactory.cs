using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RaceSystem.Timing.Service.Storage;

/// <summary>For <c>dotnet ef migrations</c> alone; it connects to nothing.</summary>
internal sealed class PostgresTimingDbContextFactory : IDesignTimeDbContextFactory<PostgresTimingDbContext>
{
    public PostgresTimingDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresTimingDbContext>().UseNpgsql("Host=localhost").Options);
}
