using Microsoft.EntityFrameworkCore;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Service.Storage;

/// <summary>Tables of decoders and alarms.</summary>
internal static class OperationTables
{
    internal static void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DecoderRow>(row =>
        {
            row.ToTable("decoders").HasKey(r => new { r.MeetId, r.DecoderId });
            row.Property(r => r.MeetId).HasColumnName("meet_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.DecoderId).HasColumnName("decoder_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.Settings).HasColumnName("settings");
        });
        modelBuilder.Entity<AlarmRow>(row =>
        {
            row.ToTable("alarms").HasKey(r => new { r.MeetId, r.AlarmId });
            row.Property(r => r.MeetId).HasColumnName("meet_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.AlarmId).HasColumnName("alarm_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.Kind).HasColumnName("kind").HasMaxLength(40);
            row.Property(r => r.DeviceId).HasColumnName("device_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.TimingPointId).HasColumnName("timing_point_id").HasMaxLength(Identifier.MaxLength);
            row.Property(r => r.Description).HasColumnName("description").HasMaxLength(Limits.NoteLength);
            row.Property(r => r.RaisedMicros).HasColumnName("raised_us");
            row.Property(r => r.ClearedMicros).HasColumnName("cleared_us");
            row.Property(r => r.AcknowledgedBy).HasColumnName("acknowledged_by").HasMaxLength(Limits.RecordedByLength);
            row.Property(r => r.AcknowledgedMicros).HasColumnName("acknowledged_us");
        });
    }
}
