using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Results.Certification.Signing;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>The key that signs here: read at the start, made when there is none. Safe to use from several threads.</summary>
internal sealed class SigningKeys(IConfiguration configuration, ILogger<SigningKeys> log) : IHostedService, IDisposable
{
    /// <summary>Setting that names the file.</summary>
    public const string Setting = "Results:SigningKeyFile";

    private const string FileName = "results-signing-key.pem";
    private readonly Lock _use = new();
    private SigningKey? _key;

    /// <summary>The key.</summary>
    /// <exception cref="RefusalException">There is none; reason <c>SIGNING_KEY_MISSING</c>.</exception>
    public SigningKey Require()
    {
        lock (_use)
        {
            try
            {
                return _key ??= SigningKeyFile.LoadOrCreate(Path());
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
            {
                log.SigningKeyMissing(Path(), error);
                throw new RefusalException(RefusalKind.FailedPrecondition, "SIGNING_KEY_MISSING", $"The signing key cannot be read or made; see the log of Results, and set {Setting.Replace(":", "__", StringComparison.Ordinal)}.");
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            log.SigningKeyReady(Require().Public.Fingerprint);
        }
        catch (RefusalException)
        {
            // Said already; everything but publishing works without a key.
            return Task.CompletedTask;
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _key?.Dispose();

    /// <summary>As set; otherwise beside the SQLite file, or among the user's data where the database is a server.</summary>
    private string Path()
    {
        if (configuration[Setting] is { Length: > 0 } given)
        {
            return given;
        }

        var database = new DbConnectionStringBuilder { ConnectionString = configuration.GetConnectionString($"{ResultsModule.ServiceName}-db") ?? "" };
        var folder = database.TryGetValue("Data Source", out var file) && file is string { Length: > 0 } path
            ? System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "RaceSystem");
        return System.IO.Path.Combine(folder ?? "", FileName);
    }
}
