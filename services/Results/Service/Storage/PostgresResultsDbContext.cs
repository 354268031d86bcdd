using Microsoft.EntityFrameworkCore;

namespace RaceSystem.Results.Service.Storage;

/// <summary>Results' database on PostgreSQL; owns the migrations in Migrations/Postgres.</summary>
public sealed class PostgresResultsDbContext(DbContextOptions<PostgresResultsDbContext> options) : ResultsDbContext(options)
{
    private protected override string IdCollation => "C";
}
