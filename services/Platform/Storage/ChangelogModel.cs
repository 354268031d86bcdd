using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RaceSystem.Platform.Storage;

/// <summary>
/// The tables of logs, for a service's EF Core migrations. They are written and read with plain SQL: the entity types
/// exist for the schema only.
/// </summary>
public static class ChangelogModel
{
    /// <summary>Longest key of a record, in characters.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>Longest request id, in characters.</summary>
    public const int MaxRequestIdLength = 100;

    // Ids are compared as bytes: faster than a language's order, and what SQLite does by itself.
    private const string PostgresCollation = "C";

    /// <summary>Adds <c>changelog_heads</c>, <c>changelog_records</c> and <c>request_answers</c>: what the owner of logs keeps.</summary>
    public static ModelBuilder HasChangelog(this ModelBuilder model)
    {
        var head = Table<ChangelogHeadRow>(model, "changelog_heads");
        head.HasKey(row => row.MeetId);
        Id(model, head.Property(row => row.MeetId), "meet_id");
        Id(model, head.Property(row => row.LogId), "log_id");
        head.Property(row => row.Sequence).HasColumnName("sequence");
        head.Property(row => row.ChangedAt).HasColumnName("changed_at");

        // Compaction is the primary key: a record replaces the one before. Followers read along (meet_id, sequence).
        var record = Table<ChangelogRecordRow>(model, "changelog_records");
        record.HasKey(row => new { row.MeetId, row.Key });
        record.HasIndex(row => new { row.MeetId, row.Sequence }).HasDatabaseName("ix_changelog_records_sequence");
        Id(model, record.Property(row => row.MeetId), "meet_id");
        Id(model, record.Property(row => row.Key), "key");
        record.Property(row => row.Sequence).HasColumnName("sequence");
        record.Property(row => row.Value).HasColumnName("value");

        var answer = Table<RequestAnswerRow>(model, "request_answers");
        answer.HasKey(row => new { row.MeetId, row.RequestId });
        answer.HasIndex(row => row.CreatedAt).HasDatabaseName("ix_request_answers_created_at");
        Id(model, answer.Property(row => row.MeetId), "meet_id");
        Id(model, answer.Property(row => row.RequestId), "request_id");
        answer.Property(row => row.CreatedAt).HasColumnName("created_at");
        answer.Property(row => row.Answer).HasColumnName("answer");
        return model;
    }

    /// <summary>Adds <c>followed_logs</c> and <c>followed_records</c>: a follower's copy of other services' logs.</summary>
    public static ModelBuilder HasFollowedLogs(this ModelBuilder model)
    {
        var log = Table<FollowedLogRow>(model, "followed_logs");
        log.HasKey(row => new { row.Owner, row.MeetId });
        Id(model, log.Property(row => row.Owner), "owner");
        Id(model, log.Property(row => row.MeetId), "meet_id");
        Id(model, log.Property(row => row.LogId), "log_id");
        log.Property(row => row.Sequence).HasColumnName("sequence");

        // No index along sequence: a copy is only read whole, at start.
        var record = Table<FollowedRecordRow>(model, "followed_records");
        record.HasKey(row => new { row.Owner, row.MeetId, row.Key });
        Id(model, record.Property(row => row.Owner), "owner");
        Id(model, record.Property(row => row.MeetId), "meet_id");
        Id(model, record.Property(row => row.Key), "key");
        record.Property(row => row.Sequence).HasColumnName("sequence");
        record.Property(row => row.Value).HasColumnName("value");
        return model;
    }

    private static EntityTypeBuilder<TRow> Table<TRow>(ModelBuilder model, string name)
        where TRow : class => model.Entity<TRow>().ToTable(name);

    private static void Id(ModelBuilder model, PropertyBuilder<string> property, string column)
    {
        property.HasColumnName(column).HasColumnType("text");
        if (IsPostgres(model))
        {
            property.UseCollation(PostgresCollation);
        }
    }

    // The only trace of the provider that a model carries while it is built: Npgsql's convention sets it on every model.
    private static bool IsPostgres(ModelBuilder model) => model.Model.FindAnnotation("Npgsql:ValueGenerationStrategy") is not null;
}
