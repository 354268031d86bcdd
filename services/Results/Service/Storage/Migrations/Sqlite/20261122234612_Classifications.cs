using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RaceSystem.Results.Service.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Classifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "classification_evidence",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    part = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_classification_evidence", x => new { x.meet_id, x.hash, x.part });
                });

            migrationBuilder.CreateTable(
                name: "classification_persons",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false),
                    entry_id = table.Column<string>(type: "text", nullable: false),
                    commitment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_classification_persons", x => new { x.meet_id, x.entry_id, x.commitment });
                });

            migrationBuilder.CreateTable(
                name: "classifications",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false),
                    race_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    header = table.Column<byte[]>(type: "BLOB", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_classifications", x => new { x.meet_id, x.race_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "erased_entries",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false),
                    entry_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erased_entries", x => new { x.meet_id, x.entry_id });
                });

            migrationBuilder.CreateTable(
                name: "classification_rows",
                columns: table => new
                {
                    meet_id = table.Column<string>(type: "text", nullable: false),
                    race_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    first_row = table.Column<int>(type: "INTEGER", nullable: false),
                    lines = table.Column<byte[]>(type: "BLOB", nullable: false),
                    leaves = table.Column<byte[]>(type: "BLOB", nullable: false),
                    entry_ids = table.Column<string>(type: "TEXT", nullable: false),
                    bibs = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_classification_rows", x => new { x.meet_id, x.race_id, x.version, x.first_row });
                    table.ForeignKey(
                        name: "FK_classification_rows_classifications_meet_id_race_id_version",
                        columns: x => new { x.meet_id, x.race_id, x.version },
                        principalTable: "classifications",
                        principalColumns: new[] { "meet_id", "race_id", "version" },
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "classification_evidence");

            migrationBuilder.DropTable(
                name: "classification_persons");

            migrationBuilder.DropTable(
                name: "classification_rows");

            migrationBuilder.DropTable(
                name: "erased_entries");

            migrationBuilder.DropTable(
                name: "classifications");
        }
    }
}
