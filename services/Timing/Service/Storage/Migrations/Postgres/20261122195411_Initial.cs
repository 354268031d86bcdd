using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RaceSystem.Timing.Service.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alarms",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    alarm_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    device_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    timing_point_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    raised_us = table.Column<long>(type: "bigint", nullable: false),
                    cleared_us = table.Column<long>(type: "bigint", nullable: false),
                    acknowledged_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    acknowledged_us = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alarms", x => new { x.meet_id, x.alarm_id });
                });

            migrationBuilder.CreateTable(
                name: "changelog_heads",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    log_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changelog_heads", x => x.meet_id);
                });

            migrationBuilder.CreateTable(
                name: "changelog_records",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    value = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changelog_records", x => new { x.meet_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "clock_corrections",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    correction_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    device_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    from_us = table.Column<long>(type: "bigint", nullable: false),
                    to_us = table.Column<long>(type: "bigint", nullable: false),
                    offset_us = table.Column<long>(type: "bigint", nullable: false),
                    reference_us = table.Column<long>(type: "bigint", nullable: false),
                    drift_ppb = table.Column<long>(type: "bigint", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    record_us = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    revoked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    revoked_us = table.Column<long>(type: "bigint", nullable: false),
                    revoke_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock_corrections", x => new { x.meet_id, x.correction_id });
                });

            migrationBuilder.CreateTable(
                name: "decoders",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    decoder_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    settings = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decoders", x => new { x.meet_id, x.decoder_id });
                });

            migrationBuilder.CreateTable(
                name: "followed_logs",
                columns: table => new
                {
                    owner = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    meet_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    log_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_followed_logs", x => new { x.owner, x.meet_id });
                });

            migrationBuilder.CreateTable(
                name: "followed_records",
                columns: table => new
                {
                    owner = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    meet_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    value = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_followed_records", x => new { x.owner, x.meet_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "gun_starts",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    race_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    wave_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    start_us = table.Column<long>(type: "bigint", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    record_us = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gun_starts", x => new { x.meet_id, x.race_id, x.wave_id, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "manual_passings",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    manual_passing_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    timing_point_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    bib = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    time_us = table.Column<long>(type: "bigint", nullable: false),
                    overrides_chip = table.Column<bool>(type: "boolean", nullable: false),
                    window_us = table.Column<long>(type: "bigint", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    record_us = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    revoked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    revoked_us = table.Column<long>(type: "bigint", nullable: false),
                    revoke_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_manual_passings", x => new { x.meet_id, x.manual_passing_id });
                });

            migrationBuilder.CreateTable(
                name: "quarantines",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    quarantine_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    device_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    from_us = table.Column<long>(type: "bigint", nullable: false),
                    to_us = table.Column<long>(type: "bigint", nullable: false),
                    fault = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    suspected_offset_us = table.Column<long>(type: "bigint", nullable: false),
                    opened_us = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    decided_us = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quarantines", x => new { x.meet_id, x.quarantine_id });
                });

            migrationBuilder.CreateTable(
                name: "raw_batches",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false),
                    device_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    timing_point_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    stream_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    received_us = table.Column<long>(type: "bigint", nullable: false),
                    read_count = table.Column<int>(type: "integer", nullable: false),
                    payload = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_raw_batches", x => new { x.meet_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "request_answers",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    request_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_answers", x => new { x.meet_id, x.request_id });
                });

            migrationBuilder.CreateTable(
                name: "timing_devices",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    device_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    timing_point_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    display_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    clock_offset_us = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    checks_clock = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timing_devices", x => new { x.meet_id, x.device_id });
                });

            migrationBuilder.CreateTable(
                name: "timing_points",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    timing_point_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    display_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    time_rule = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    dead_time_us = table.Column<long>(type: "bigint", nullable: false),
                    min_time_since_start_us = table.Column<long>(type: "bigint", nullable: false),
                    start_race_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    start_wave_id = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    antenna_offset_mm = table.Column<int>(type: "integer", nullable: false),
                    reference_speed_mm_per_s = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timing_points", x => new { x.meet_id, x.timing_point_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_changelog_records_sequence",
                table: "changelog_records",
                columns: new[] { "meet_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_clock_corrections_meet_id_device_id",
                table: "clock_corrections",
                columns: new[] { "meet_id", "device_id" });

            migrationBuilder.CreateIndex(
                name: "IX_manual_passings_meet_id_timing_point_id_bib",
                table: "manual_passings",
                columns: new[] { "meet_id", "timing_point_id", "bib" });

            migrationBuilder.CreateIndex(
                name: "IX_quarantines_meet_id_device_id",
                table: "quarantines",
                columns: new[] { "meet_id", "device_id" });

            migrationBuilder.CreateIndex(
                name: "IX_raw_batches_meet_id_stream_id_epoch_sequence",
                table: "raw_batches",
                columns: new[] { "meet_id", "stream_id", "epoch", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_request_answers_created_at",
                table: "request_answers",
                column: "created_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alarms");

            migrationBuilder.DropTable(
                name: "changelog_heads");

            migrationBuilder.DropTable(
                name: "changelog_records");

            migrationBuilder.DropTable(
                name: "clock_corrections");

            migrationBuilder.DropTable(
                name: "decoders");

            migrationBuilder.DropTable(
                name: "followed_logs");

            migrationBuilder.DropTable(
                name: "followed_records");

            migrationBuilder.DropTable(
                name: "gun_starts");

            migrationBuilder.DropTable(
                name: "manual_passings");

            migrationBuilder.DropTable(
                name: "quarantines");

            migrationBuilder.DropTable(
                name: "raw_batches");

            migrationBuilder.DropTable(
                name: "request_answers");

            migrationBuilder.DropTable(
                name: "timing_devices");

            migrationBuilder.DropTable(
                name: "timing_points");
        }
    }
}
