using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RaceSystem.Results.Service.Storage.Migrations.Sqlite
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
                    meet_id = table.Column<string>(type: "text", nullable: false),
                    log_id = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changelog_heads", x => x.meet_id);
                });

            migrationBuilder.CreateTable(
                name: "changelog_records",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    value = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changelog_records", x => new { x.meet_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "followed_logs",
                columns: table => new
                {
                    owner = table.Column<string>(type: "text", nullable: false),
                    meet_id = table.Column<string>(type: "text", nullable: false),
                    log_id = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_followed_logs", x => new { x.owner, x.meet_id });
                });

            migrationBuilder.CreateTable(
                name: "followed_records",
                columns: table => new
                {
                    owner = table.Column<string>(type: "text", nullable: false),
                    meet_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    value = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_followed_records", x => new { x.owner, x.meet_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "request_answers",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false),
                    request_id = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_answers", x => new { x.meet_id, x.request_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_changelog_records_sequence",
                table: "changelog_records",
                columns: new[] { "meet_id", "sequence" });

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
                name: "followed_logs");

            migrationBuilder.DropTable(
                name: "followed_records");

            migrationBuilder.DropTable(
                name: "request_answers");
        }
    }
}
