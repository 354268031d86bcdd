using Microsoft.EntityFrameworkCore;
using RaceSystem.Platform.Storage;
using RaceSystem.Results.Service.Storage.Classifications;

namespace RaceSystem.Results.Service.Storage;

/// <summary>
/// Results' database: its own log of declarations and decisions, its copies of Registration's and Timing's logs, and what was
/// published. Standings are in memory only: they follow from the logs.
/// </summary>
public abstract class ResultsDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Compares ids by bytes; null: the database does by itself.</summary>
    private protected virtual string? IdCollation => null;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasChangelog();
        modelBuilder.HasFollowedLogs();
        modelBuilder.HasClassifications(IdCollation);
    }
}
