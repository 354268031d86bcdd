using Npgsql;

namespace RaceSystem.Testing.Servers;

/// <summary>
/// A private PostgreSQL server from the programs that Debian installs: data in a temporary folder, a free loopback port,
/// fsync on, killed at the end. Started when first needed and shared by what shares the fixture (an assembly, collection
/// or class fixture of xunit). <c>RACESYSTEM_TEST_POSTGRES</c> (a connection string of a role that may create databases)
/// replaces it. Safe to use from several threads.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    /// <summary>The variable that names a server to use instead.</summary>
    public const string Variable = "RACESYSTEM_TEST_POSTGRES";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private TempFolder? _folder;
    private ChildProcess? _process;
    private string? _server;
    private int _port;

    /// <summary>Creates an empty database and returns its connection string; skips the test when there is no server.</summary>
    public async Task<string> CreateDatabaseAsync(string prefix = "test")
    {
        var server = await StartAsync();
        var name = $"{prefix}_{Guid.NewGuid():n}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE \"{name}\"";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>Starts the server unless it runs, and returns a connection string to its maintenance database.</summary>
    public async Task<string> StartAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _server ??= Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : await StartPrivateAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Kill -9 of the server, as a power cut would. Skips the test when the server is not ours.</summary>
    public async Task KillAsync()
    {
        await StartAsync();
        await Ours().StopAsync(UnixSignal.Kill, TimeSpan.FromSeconds(20));
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Starts the killed server again on the same data and port.</summary>
    public async Task RestartAsync()
    {
        await Ours().DisposeAsync();
        await RunAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder?.Dispose();
        _gate.Dispose();
    }

    private ChildProcess Ours()
    {
        if (_process is null)
        {
            Assert.Skip($"{Variable} names a server that this test must not kill.");
        }

        return _process;
    }

    private async Task<string> StartPrivateAsync()
    {
        var initdb = PostgresPrograms.Find("initdb");
        _folder = new TempFolder("postgres");
        PostgresPrograms.GiveToServerUser(_folder.FullPath);
        _port = FreePort.Next();
        string[] create = [initdb, "-D", _folder.Combine("data"), "-U", "racesystem", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"];
        await using (var init = await ChildProcess.StartAsync(PostgresPrograms.AsServerUser(create)))
        {
            if (await init.WaitForExitAsync(TimeSpan.FromSeconds(60)) != 0)
            {
                throw new InvalidOperationException($"initdb failed:\n{init.Output}");
            }
        }

        await RunAsync();
        return Address;
    }

    private string Address => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = "racesystem",
        Database = "postgres",
        IncludeErrorDetail = true,
    }.ConnectionString;

    private async Task RunAsync()
    {
        string[] serve =
        [
            PostgresPrograms.Find("postgres"), "-D", _folder!.Combine("data"), "-p", $"{_port}",
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300",
        ];
        var process = _process = await ChildProcess.StartAsync(PostgresPrograms.AsServerUser(serve));
        await Eventually.TrueAsync(
            async () =>
            {
                if (process.HasExited)
                {
                    return true;
                }

                await using var connection = new NpgsqlConnection(Address + ";Pooling=false");
                await connection.OpenAsync();
                return true;
            },
            state: () => process.Output);
        if (process.HasExited)
        {
            throw new InvalidOperationException($"postgres ended with {process.ExitCode}:\n{process.Output}");
        }
    }
}
