using Microsoft.EntityFrameworkCore;
using RaceSystem.Platform.Storage;

namespace RaceSystem.Results.Service.Storage;

/// <summary>Results' database: its own log of declarations and its copies of Registration's and Timing's logs. Standings are in memory only: they follow from these.</summary>
public abstract class ResultsDbContext(DbContextOptions options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasChangelog();
        modelBuilder.HasFollowedLogs();
    }
}
