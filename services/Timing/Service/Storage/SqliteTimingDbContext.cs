using Microsoft.EntityFrameworkCore;

namespace RaceSystem.Timing.Service.Storage;

/// <summary>Timing's database on SQLite; owns the migrations in Migrations/Sqlite.</summary>
public sealed class SqliteTimingDbContext(DbContextOptions<SqliteTimingDbContext> options) : TimingDbContext(options);
