using RaceSystem.Platform.Modules;

namespace RaceSystem.AllInOne;

/// <summary>Tells the person at the terminal where everything is, and removes a temporary data folder at the end.</summary>
public sealed class StartMessage(AllInOneOptions options, HostAddress address, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => Console.WriteLine(Text(options, Readable(address))));
        lifetime.ApplicationStopped.Register(RemoveTemporaryData);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Readable(HostAddress address) => address.Find()?.ToString().TrimEnd('/') ?? "(not listening)";

    private static string Text(AllInOneOptions options, string address) => $"""

        RaceSystem is running.
          Pages     {address}/
          Health    {address}/health
          gRPC      {address}  (racectl --server {address})
          OpenAPI   {address}/openapi/v1.json
          Data      {options.DataFolder}{(options.DataIsTemporary ? "  (temporary: removed at the end; --data DIR keeps it)" : "")}
        Stop with Ctrl+C.

        """;

    private void RemoveTemporaryData()
    {
        if (options.DataIsTemporary && Directory.Exists(options.DataFolder))
        {
            // Pooled connections hold the files open until now.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(options.DataFolder, recursive: true);
        }
    }
}
