using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RaceSystem.Registration.Service.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "meets",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    race_day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meets", x => x.meet_id);
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
                name: "races",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    race_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<int>(type: "integer", nullable: false),
                    definition = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races", x => new { x.meet_id, x.race_id });
                    table.ForeignKey(
                        name: "FK_races_meets_meet_id",
                        column: x => x.meet_id,
                        principalTable: "meets",
                        principalColumn: "meet_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "entries",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    entry_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    race_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bib = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    wave_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    division_id = table.Column<string>(type: "text", nullable: false),
                    family_name = table.Column<string>(type: "text", nullable: false),
                    given_name = table.Column<string>(type: "text", nullable: false),
                    sex = table.Column<int>(type: "integer", nullable: false),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    age_on_race_day = table.Column<int>(type: "integer", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    club = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entries", x => new { x.meet_id, x.entry_id });
                    table.ForeignKey(
                        name: "FK_entries_races_meet_id_race_id",
                        columns: x => new { x.meet_id, x.race_id },
                        principalTable: "races",
                        principalColumns: new[] { "meet_id", "race_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "entry_chips",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    chip = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    entry_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entry_chips", x => new { x.meet_id, x.chip });
                    table.ForeignKey(
                        name: "FK_entry_chips_entries_meet_id_entry_id",
                        columns: x => new { x.meet_id, x.entry_id },
                        principalTable: "entries",
                        principalColumns: new[] { "meet_id", "entry_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_changelog_records_sequence",
                table: "changelog_records",
                columns: new[] { "meet_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_entries_meet_id_bib",
                table: "entries",
                columns: new[] { "meet_id", "bib" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_entries_meet_id_race_id_entry_id",
                table: "entries",
                columns: new[] { "meet_id", "race_id", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "IX_entry_chips_meet_id_entry_id",
                table: "entry_chips",
                columns: new[] { "meet_id", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_request_answers_created_at",
                table: "request_answers",
                column: "created_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "changelog_heads");

            migrationBuilder.DropTable(
                name: "changelog_records");

            migrationBuilder.DropTable(
                name: "entry_chips");

            migrationBuilder.DropTable(
                name: "request_answers");

            migrationBuilder.DropTable(
                name: "entries");

            migrationBuilder.DropTable(
                name: "races");

            migrationBuilder.DropTable(
                name: "meets");
        }
    }
}
