using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RaceSystem.Registration.Service.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EntryDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "details",
                table: "entries",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "team",
                table: "entries",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "visibility",
                table: "entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "details",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "team",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "visibility",
                table: "entries");
        }
    }
}
