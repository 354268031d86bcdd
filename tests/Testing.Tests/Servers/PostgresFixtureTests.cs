using Npgsql;
using RaceSystem.Testing.Servers;

namespace RaceSystem.Testing.Tests.Servers;

public sealed class PostgresFixtureTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Each_database_is_empty_and_its_own()
    {
        var first = await postgres.CreateDatabaseAsync();
        var second = await postgres.CreateDatabaseAsync();

        await ExecuteAsync(first, "CREATE TABLE runners (bib text)");
        await ExecuteAsync(second, "CREATE TABLE runners (bib text)");

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task What_was_committed_survives_kill_minus_nine()
    {
        var database = await postgres.CreateDatabaseAsync();
        await ExecuteAsync(database, "CREATE TABLE runners (bib text)");
        await ExecuteAsync(database, "INSERT INTO runners VALUES ('17')");

        await postgres.KillAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ExecuteAsync(database, "SELECT 1"));
        await postgres.RestartAsync();

        Assert.Equal("17", await ExecuteAsync(database, "SELECT bib FROM runners"));
    }

    private static async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
