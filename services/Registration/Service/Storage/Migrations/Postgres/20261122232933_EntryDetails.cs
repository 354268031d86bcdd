using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RaceSystem.Registration.Service.Storage.Migrations.Postgres
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
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "team",
                table: "entries",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "visibility",
                table: "entries",
                type: "integer",
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
