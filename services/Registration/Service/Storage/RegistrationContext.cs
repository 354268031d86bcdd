using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RaceSystem.Platform.Storage;
using RaceSystem.Registration.Core.Entries;

namespace RaceSystem.Registration.Service.Storage;

/// <summary>The tables of Registration.</summary>
internal abstract class RegistrationContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<MeetRow> Meets => Set<MeetRow>();

    public DbSet<EntryRow> Entries => Set<EntryRow>();

    public DbSet<EntryChipRow> Chips => Set<EntryChipRow>();

    /// <summary>Makes an id column compare by bytes, so that pages are in the same order on every database.</summary>
    protected abstract void CompareByBytes(PropertyBuilder<string> id);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasChangelog();
        modelBuilder.Entity<MeetRow>(meet =>
        {
            meet.ToTable("meets").HasKey(row => row.MeetId);
            meet.HasMany(row => row.Races).WithOne().HasForeignKey(row => row.MeetId).OnDelete(DeleteBehavior.Restrict);
            meet.Property(row => row.DisplayName).HasColumnName("display_name");
            meet.Property(row => row.TimeZone).HasColumnName("time_zone");
            meet.Property(row => row.RaceDay).HasColumnName("race_day");
            Id(meet.Property(row => row.MeetId), "meet_id");
        });
        modelBuilder.Entity<RaceRow>(race =>
        {
            race.ToTable("races").HasKey(row => new { row.MeetId, row.RaceId });
            race.Property(row => row.Position).HasColumnName("position");
            race.Property(row => row.Definition).HasColumnName("definition");
            Id(race.Property(row => row.MeetId), "meet_id");
            Id(race.Property(row => row.RaceId), "race_id");
        });
        modelBuilder.Entity<EntryRow>(MapEntry);
        modelBuilder.Entity<EntryChipRow>(chip =>
        {
            chip.ToTable("entry_chips").HasKey(row => new { row.MeetId, row.Chip });
            chip.HasIndex(row => new { row.MeetId, row.EntryId });
            chip.Property(row => row.Position).HasColumnName("position");
            Id(chip.Property(row => row.MeetId), "meet_id");
            Id(chip.Property(row => row.Chip), "chip");
            Id(chip.Property(row => row.EntryId), "entry_id");
        });
    }

    private void MapEntry(EntityTypeBuilder<EntryRow> entry)
    {
        entry.ToTable("entries").HasKey(row => new { row.MeetId, row.EntryId });
        entry.HasIndex(row => new { row.MeetId, row.Bib }).IsUnique();
        entry.HasIndex(row => new { row.MeetId, row.RaceId, row.EntryId });
        entry.HasOne<RaceRow>().WithMany().HasForeignKey(row => new { row.MeetId, row.RaceId }).OnDelete(DeleteBehavior.Restrict);
        entry.HasMany(row => row.Chips).WithOne().HasForeignKey(row => new { row.MeetId, row.EntryId }).OnDelete(DeleteBehavior.Cascade);
        Id(entry.Property(row => row.MeetId), "meet_id");
        Id(entry.Property(row => row.EntryId), "entry_id");
        Id(entry.Property(row => row.RaceId), "race_id");
        Id(entry.Property(row => row.Bib!), "bib").IsRequired(false);
        Id(entry.Property(row => row.WaveId), "wave_id");
        entry.Property(row => row.DivisionId).HasColumnName("division_id");
        entry.Property(row => row.FamilyName).HasColumnName("family_name");
        entry.Property(row => row.GivenName).HasColumnName("given_name");
        entry.Property(row => row.Sex).HasColumnName("sex");
        entry.Property(row => row.BirthDate).HasColumnName("birth_date");
        entry.Property(row => row.AgeOnRaceDay).HasColumnName("age_on_race_day");
        entry.Property(row => row.Country).HasColumnName("country");
        entry.Property(row => row.Club).HasColumnName("club");
        entry.Property(row => row.Status).HasColumnName("status");
        entry.Property(row => row.Team).HasColumnName("team").HasDefaultValue("");
        entry.Property(row => row.Visibility).HasColumnName("visibility").HasDefaultValue(Visibility.Public).HasSentinel(Visibility.Unspecified);
        entry.Property(row => row.Details).HasColumnName("details");
        entry.Property(row => row.Outcomes).HasColumnName("outcomes");
    }

    private PropertyBuilder<string> Id(PropertyBuilder<string> property, string column)
    {
        property.HasColumnName(column);
        CompareByBytes(property);
        return property;
    }
}
