using Microsoft.EntityFrameworkCore;

namespace RaceSystem.Timing.Service.Storage;

/// <summary>Timing's database on PostgreSQL; owns the migrations in Migrations/Postgres.</summary>
public sealed class PostgresTimingDbContext(DbContextOptions<PostgresTimingDbContext> options) : TimingDbContext(options);
