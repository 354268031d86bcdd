using Microsoft.EntityFrameworkCore;
using RaceSystem.Kernel;
using RaceSystem.Platform.Storage;

namespace RaceSystem.Timing.Service.Storage;

/// <summary>Timing's database: settings, gun starts, the raw log, the changelog and the followed copy of Registration's.</summary>
public abstract class TimingDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Timing points of all meets.</summary>
    public DbSet<TimingPointRow> TimingPoints => Set<TimingPointRow>();

    /// <summary>Devices of all meets.</summary>
    public DbSet<TimingDeviceRow> TimingDevices => Set<TimingDeviceRow>();

    /// <summary>Every record of every gun.</summary>
    public DbSet<GunStartRow> GunStarts => Set<GunStartRow>();

    /// <summary>The raw log. The hot path goes around it, see <see cref="RawLog.IRawLog"/>.</summary>
    public DbSet<RawBatchRow> RawBatches => Set<RawBatchRow>();

    /// <summary>Crossings that people recorded.</summary>
    public DbSet<ManualPassingRow> ManualPassings => Set<ManualPassingRow>();

    /// <summary>Corrections of device clocks.</summary>
    public DbSet<ClockCorrectionRow> ClockCorrections => Set<ClockCorrectionRow>();

    /// <summary>Reads that wait for a decision.</summary>
    public DbSet<QuarantineRow> Quarantines => Set<QuarantineRow>();

    /// <summary>Decoders that the service talks to itself.</summary>
    public DbSet<DecoderRow> Decoders => Set<DecoderRow>();

    /// <summary>What race control has to look at.</summary>
    public DbSet<AlarmRow> Alarms => Set<AlarmRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasChangelog();
        modelBuilder.HasFollowedLogs();
        modelBuilder.Entity<TimingPointRow>(row =>
        {
            row.ToTable("timing_points").HasKey(r => new { r.MeetId, r.TimingPointId });
            row.Property(r => r.MeetId).HasColumnName("meet_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.TimingPointId).HasColumnName("timing_point_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.DisplayName).HasColumnName("display_name").HasMaxLength(Limits.DisplayNameLength);
            row.Property(r => r.TimeRule).HasColumnName("time_rule").HasMaxLength(20);
            row.Property(r => r.DeadTimeMicros).HasColumnName("dead_time_us");
            row.Property(r => r.MinTimeSinceStartMicros).HasColumnName("min_time_since_start_us");
            row.Property(r => r.StartRaceId).HasColumnName("start_race_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.StartWaveId).HasColumnName("start_wave_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.AntennaOffsetMm).HasColumnName("antenna_offset_mm");
            row.Property(r => r.ReferenceSpeedMmPerS).HasColumnName("reference_speed_mm_per_s");
        });
        modelBuilder.Entity<TimingDeviceRow>(row =>
        {
            row.ToTable("timing_devices").HasKey(r => new { r.MeetId, r.DeviceId });
            row.Property(r => r.MeetId).HasColumnName("meet_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.DeviceId).HasColumnName("device_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.TimingPointId).HasColumnName("timing_point_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.DisplayName).HasColumnName("display_name").HasMaxLength(Limits.DisplayNameLength);
            row.Property(r => r.ClockOffsetMicros).HasColumnName("clock_offset_us");
            row.Property(r => r.Role).HasColumnName("role").HasMaxLength(20);
            row.Property(r => r.TimeZone).HasColumnName("time_zone").HasMaxLength(Limits.TimeZoneLength);
            row.Property(r => r.ChecksClock).HasColumnName("checks_clock");
        });
        modelBuilder.Entity<GunStartRow>(row =>
        {
            row.ToTable("gun_starts").HasKey(r => new { r.MeetId, r.RaceId, r.WaveId, r.Revision });
            row.Property(r => r.MeetId).HasColumnName("meet_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.RaceId).HasColumnName("race_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.WaveId).HasColumnName("wave_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.Revision).HasColumnName("revision").ValueGeneratedNever();
            row.Property(r => r.StartMicros).HasColumnName("start_us");
            row.Property(r => r.RecordedBy).HasColumnName("recorded_by").HasMaxLength(Limits.RecordedByLength);
            row.Property(r => r.RecordMicros).HasColumnName("record_us");
            row.Property(r => r.Note).HasColumnName("note").HasMaxLength(Limits.NoteLength);
        });
        MapRawBatches(modelBuilder);
        CorrectionTables.Map(modelBuilder);
        OperationTables.Map(modelBuilder);
    }

    private static void MapRawBatches(ModelBuilder modelBuilder) => modelBuilder.Entity<RawBatchRow>(row =>
    {
        row.ToTable("raw_batches").HasKey(r => new { r.MeetId, r.Ordinal });
        row.HasIndex(r => new { r.MeetId, r.StreamId, r.Epoch, r.Sequence }).IsUnique();
        row.Property(r => r.MeetId).HasColumnName("meet_id").HasMaxLength(Identifier.MaxLength);
        row.Property(r => r.Ordinal).HasColumnName("ordinal").ValueGeneratedNever();
        row.Property(r => r.DeviceId).HasColumnName("device_id").HasMaxLength(Identifier.MaxLength);
        row.Property(r => r.TimingPointId).HasColumnName("timing_point_id").HasMaxLength(Identifier.MaxLength);
        row.Property(r => r.StreamId).HasColumnName("stream_id").HasMaxLength(Identifier.MaxLength);
        row.Property(r => r.Epoch).HasColumnName("epoch");
        row.Property(r => r.Sequence).HasColumnName("sequence");
        row.Property(r => r.ReceivedMicros).HasColumnName("received_us");
        row.Property(r => r.ReadCount).HasColumnName("read_count");
        row.Property(r => r.Payload).HasColumnName("payload");
    });
}
