using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RaceSystem.Registration.Service.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ErasedOutcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "outcomes",
                table: "entries",
                type: "BLOB",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "outcomes",
                table: "entries");
        }
    }
}
