using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RaceSystem.Platform.Tests.Storage.Model;

/// <summary>For the EF tool, which writes the migrations; it connects to nothing.</summary>
public sealed class SqliteLogContextDesign : IDesignTimeDbContextFactory<SqliteLogContext>
{
    public SqliteLogContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteLogContext>().UseSqlite("Data Source=design.db").Options);
}

public sealed class PostgresLogContextDesign : IDesignTimeDbContextFactory<PostgresLogContext>
{
    public PostgresLogContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresLogContext>().UseNpgsql("Host=design").Options);
}
