using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RaceSystem.Results.Service.Storage;

/// <summary>For <c>dotnet ef migrations</c> alone; it connects to nothing.</summary>
internal sealed class PostgresResultsDbContextFactory : IDesignTimeDbContextFactory<PostgresResultsDbContext>
{
    public PostgresResultsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresResultsDbContext>().UseNpgsql("Host=localhost").Options);
}
