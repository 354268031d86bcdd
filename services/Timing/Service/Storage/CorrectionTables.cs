using Microsoft.EntityFrameworkCore;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Service.Storage;

/// <summary>Tables of what people and clocks correct.</summary>
internal static class CorrectionTables
{
    internal static void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ManualPassingRow>(row =>
        {
            row.ToTable("manual_passings").HasKey(r => new { r.MeetId, r.ManualPassingId });
            row.HasIndex(r => new { r.MeetId, r.TimingPointId, r.Bib });
            row.Property(r => r.MeetId).HasColumnName("meet_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.ManualPassingId).HasColumnName("manual_passing_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.TimingPointId).HasColumnName("timing_point_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.Bib).HasColumnName("bib").HasMaxLength(Bib.MaxLength);
            row.Property(r => r.TimeMicros).HasColumnName("time_us");
            row.Property(r => r.OverridesChip).HasColumnName("overrides_chip");
            row.Property(r => r.WindowMicros).HasColumnName("window_us");
            row.Property(r => r.RecordedBy).HasColumnName("recorded_by").HasMaxLength(Limits.RecordedByLength);
            row.Property(r => r.RecordMicros).HasColumnName("record_us");
            row.Property(r => r.Note).HasColumnName("note").HasMaxLength(Limits.NoteLength);
            row.Property(r => r.RevokedBy).HasColumnName("revoked_by").HasMaxLength(Limits.RecordedByLength);
            row.Property(r => r.RevokedMicros).HasColumnName("revoked_us");
            row.Property(r => r.RevokeNote).HasColumnName("revoke_note").HasMaxLength(Limits.NoteLength);
        });
        modelBuilder.Entity<ClockCorrectionRow>(row =>
        {
            row.ToTable("clock_corrections").HasKey(r => new { r.MeetId, r.CorrectionId });
            row.HasIndex(r => new { r.MeetId, r.DeviceId });
            row.Property(r => r.MeetId).HasColumnName("meet_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.CorrectionId).HasColumnName("correction_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.DeviceId).HasColumnName("device_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.FromMicros).HasColumnName("from_us");
            row.Property(r => r.ToMicros).HasColumnName("to_us");
            row.Property(r => r.OffsetMicros).HasColumnName("offset_us");
            row.Property(r => r.ReferenceMicros).HasColumnName("reference_us");
            row.Property(r => r.DriftPpb).HasColumnName("drift_ppb");
            row.Property(r => r.RecordedBy).HasColumnName("recorded_by").HasMaxLength(Limits.RecordedByLength);
            row.Property(r => r.RecordMicros).HasColumnName("record_us");
            row.Property(r => r.Note).HasColumnName("note").HasMaxLength(Limits.NoteLength);
            row.Property(r => r.RevokedBy).HasColumnName("revoked_by").HasMaxLength(Limits.RecordedByLength);
            row.Property(r => r.RevokedMicros).HasColumnName("revoked_us");
            row.Property(r => r.RevokeNote).HasColumnName("revoke_note").HasMaxLength(Limits.NoteLength);
        });
        modelBuilder.Entity<QuarantineRow>(row =>
        {
            row.ToTable("quarantines").HasKey(r => new { r.MeetId, r.QuarantineId });
            row.HasIndex(r => new { r.MeetId, r.DeviceId });
            row.Property(r => r.MeetId).HasColumnName("meet_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.QuarantineId).HasColumnName("quarantine_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.DeviceId).HasColumnName("device_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.FromMicros).HasColumnName("from_us");
            row.Property(r => r.ToMicros).HasColumnName("to_us");
            row.Property(r => r.Fault).HasColumnName("fault").HasMaxLength(20);
            row.Property(r => r.Evidence).HasColumnName("evidence").HasMaxLength(Limits.NoteLength);
            row.Property(r => r.SuspectedOffsetMicros).HasColumnName("suspected_offset_us");
            row.Property(r => r.OpenedMicros).HasColumnName("opened_us");
            row.Property(r => r.State).HasColumnName("state").HasMaxLength(20);
            row.Property(r => r.DecidedBy).HasColumnName("decided_by").HasMaxLength(Limits.RecordedByLength);
            row.Property(r => r.DecidedMicros).HasColumnName("decided_us");
            row.Property(r => r.Note).HasColumnName("note").HasMaxLength(Limits.NoteLength);
        });
    }
}
