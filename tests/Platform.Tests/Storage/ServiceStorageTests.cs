using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using RaceSystem.Kernel;
using RaceSystem.Platform.Storage;
using RaceSystem.Platform.Tests.Storage.Model;
using RaceSystem.Testing;
using RaceSystem.Testing.Servers;

namespace RaceSystem.Platform.Tests.Storage;

/// <summary>How a service gets its database, and what happens while it is away.</summary>
public sealed class ServiceStorageTests(DatabaseFixture databases)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_sqlite_connection_is_set_up_so_that_a_commit_survives_a_power_cut()
    {
        await using var opened = await databases.OpenAsync(StorageProvider.Sqlite);
        await using var context = await opened.Services.GetRequiredService<IDbContextFactory<LogContext>>().CreateDbContextAsync(Token);
        await context.Database.OpenConnectionAsync(Token);
        await using var connection = await opened.Storage.OpenAsync(Token);

        foreach (var each in new[] { connection, context.Database.GetDbConnection() })
        {
            Assert.Equal("wal", await PragmaAsync(each, "journal_mode"));
            Assert.Equal("2", await PragmaAsync(each, "synchronous"));
            Assert.Equal("1", await PragmaAsync(each, "foreign_keys"));
            Assert.Equal("10000", await PragmaAsync(each, "busy_timeout"));
        }
    }

    [Theory, EveryStorage]
    public async Task Migrating_twice_or_in_two_processes_at_once_changes_nothing(StorageProvider provider)
    {
        var address = await databases.CreateAsync(provider);
        var both = await Task.WhenAll(StorageUnderTest.OpenAsync(address), StorageUnderTest.OpenAsync(address));
        await using var third = await StorageUnderTest.OpenAsync(address);

        Assert.Empty(await third.Changelog.ListHeadsAsync(Token));
        foreach (var opened in both)
        {
            await opened.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_migration_lock_of_a_killed_process_does_not_last()
    {
        var address = await databases.CreateAsync(StorageProvider.Sqlite);
        await using (var first = await StorageUnderTest.OpenAsync(address))
        await using (var connection = await first.Storage.OpenAsync(Token))
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = """INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, datetime('now', '-90 seconds'))""";
            await command.ExecuteNonQueryAsync(Token);
        }

        await using var second = await StorageUnderTest.OpenAsync(address).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.True(second.Storage.WhenReadyAsync(Token).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_host_waits_for_a_database_that_is_away_and_says_so()
    {
        await using var opened = StorageUnderTest.Open($"Host=127.0.0.1;Port={FreePort.Next()};Database=x;Username=y;Timeout=2");
        var storage = opened.Services.GetRequiredKeyedService<IMigratedStorage>(StorageUnderTest.Service);
        using var migrator = new StorageMigrator(storage, TimeProvider.System, NullLogger<StorageMigrator>.Instance);
        await migrator.StartAsync(Token);
        var health = new StorageHealthCheck(storage);

        await Eventually.TrueAsync(async () => (await health.CheckHealthAsync(new HealthCheckContext(), Token)).Description!.Contains("Failed to connect", StringComparison.Ordinal));
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => opened.Changelog.GetHeadAsync("m", Token));

        Assert.Equal((RefusalKind.Unavailable, "STORAGE_UNAVAILABLE"), (refusal.Kind, refusal.Reason));
        await migrator.StopAsync(Token);
    }

    [Fact]
    public async Task A_database_that_goes_away_is_unhealthy_and_is_used_again_when_it_is_back()
    {
        await using var postgres = new PostgresFixture();
        await using var opened = await StorageUnderTest.OpenAsync(await postgres.CreateDatabaseAsync());
        var health = new StorageHealthCheck(opened.Services.GetRequiredKeyedService<IMigratedStorage>(StorageUnderTest.Service));
        var head = await CommitAsync(opened);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new HealthCheckContext(), Token)).Status);

        await postgres.KillAsync();
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(new HealthCheckContext(), Token)).Status);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => CommitAsync(opened));
        Assert.True(StorageErrors.IsAway(error), error.ToString());

        await postgres.RestartAsync();
        await Eventually.TrueAsync(async () => (await CommitAsync(opened)) == head + 1);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new HealthCheckContext(), Token)).Status);
    }

    private static async Task<long> CommitAsync(StorageUnderTest opened)
    {
        var head = await opened.Changelog.CommitAsync(
            "m",
            (transaction, _) =>
            {
                transaction.Append("key", new byte[] { 1 });
                return Task.CompletedTask;
            },
            Token);
        return head.Sequence;
    }

    private static async Task<string> PragmaAsync(System.Data.Common.DbConnection connection, string name)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(await command.ExecuteScalarAsync(Token), CultureInfo.InvariantCulture)!;
    }
}
