using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RaceSystem.Registration.Service.Storage.Postgres;

/// <summary>For <c>dotnet ef migrations add</c>; connects to nothing.</summary>
internal sealed class PostgresRegistrationContextFactory : IDesignTimeDbContextFactory<PostgresRegistrationContext>
{
    public PostgresRegistrationContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresRegistrationContext>().UseNpgsql("Host=localhost").Options);
}
