using Microsoft.EntityFrameworkCore;
using RaceSystem.Platform.Storage;

namespace RaceSystem.Platform.Tests.Storage.Model;

/// <summary>What a service's context looks like: a table of its own beside the logs.</summary>
public abstract class LogContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>().ToTable("notes").HasKey(note => note.Id);
        modelBuilder.HasChangelog();
        modelBuilder.HasFollowedLogs();
    }
}

public sealed class SqliteLogContext(DbContextOptions<SqliteLogContext> options) : LogContext(options);

public sealed class PostgresLogContext(DbContextOptions<PostgresLogContext> options) : LogContext(options);
