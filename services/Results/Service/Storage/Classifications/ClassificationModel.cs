using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RaceSystem.Results.Service.Storage.Classifications;

/// <summary>The tables of published classifications.</summary>
internal static class ClassificationModel
{
    /// <summary>Adds them.</summary>
    /// <param name="model">The service's model.</param>
    /// <param name="collation">Compares ids by bytes; null: the database does by itself.</param>
    public static ModelBuilder HasClassifications(this ModelBuilder model, string? collation)
    {
        var version = model.Entity<StoredClassification>().ToTable("classifications");
        version.HasKey(row => new { row.MeetId, row.RaceId, row.Version });
        Id(version.Property(row => row.MeetId), "meet_id", collation);
        Id(version.Property(row => row.RaceId), "race_id", collation);
        version.Property(row => row.Version).HasColumnName("version");
        version.Property(row => row.Header).HasColumnName("header");
        version.Property(row => row.Signature).HasColumnName("signature");
        version.Property(row => row.PublicKey).HasColumnName("public_key");

        var rows = model.Entity<StoredRows>().ToTable("classification_rows");
        rows.HasKey(row => new { row.MeetId, row.RaceId, row.Version, row.FirstRow });
        rows.HasOne<StoredClassification>().WithMany().HasForeignKey(row => new { row.MeetId, row.RaceId, row.Version }).OnDelete(DeleteBehavior.Restrict);
        Id(rows.Property(row => row.MeetId), "meet_id", collation);
        Id(rows.Property(row => row.RaceId), "race_id", collation);
        rows.Property(row => row.Version).HasColumnName("version");
        rows.Property(row => row.FirstRow).HasColumnName("first_row");
        rows.Property(row => row.Lines).HasColumnName("lines");
        rows.Property(row => row.Leaves).HasColumnName("leaves");
        rows.Property(row => row.EntryIds).HasColumnName("entry_ids");
        rows.Property(row => row.Bibs).HasColumnName("bibs");

        var evidence = model.Entity<StoredEvidence>().ToTable("classification_evidence");
        evidence.HasKey(row => new { row.MeetId, row.Hash, row.Part });
        Id(evidence.Property(row => row.MeetId), "meet_id", collation);
        Id(evidence.Property(row => row.Hash), "hash", collation);
        evidence.Property(row => row.Part).HasColumnName("part");
        evidence.Property(row => row.Content).HasColumnName("content");

        var person = model.Entity<StoredPerson>().ToTable("classification_persons");
        person.HasKey(row => new { row.MeetId, row.EntryId, row.Commitment });
        Id(person.Property(row => row.MeetId), "meet_id", collation);
        Id(person.Property(row => row.EntryId), "entry_id", collation);
        person.Property(row => row.Commitment).HasColumnName("commitment");
        person.Property(row => row.Salt).HasColumnName("salt");
        person.Property(row => row.Person).HasColumnName("person");

        var erasure = model.Entity<StoredErasure>().ToTable("erased_entries");
        erasure.HasKey(row => new { row.MeetId, row.EntryId });
        Id(erasure.Property(row => row.MeetId), "meet_id", collation);
        Id(erasure.Property(row => row.EntryId), "entry_id", collation);
        return model;
    }

    private static void Id(PropertyBuilder<string> property, string column, string? collation)
    {
        property.HasColumnName(column).HasColumnType("text");
        if (collation is not null)
        {
            property.UseCollation(collation);
        }
    }
}
