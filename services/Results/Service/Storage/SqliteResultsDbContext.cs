using Microsoft.EntityFrameworkCore;

namespace RaceSystem.Results.Service.Storage;

/// <summary>Results' database on SQLite; owns the migrations in Migrations/Sqlite.</summary>
public sealed class SqliteResultsDbContext(DbContextOptions<SqliteResultsDbContext> options) : ResultsDbContext(options);
