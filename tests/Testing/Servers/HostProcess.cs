using System.Net;

namespace RaceSystem.Testing.Servers;

/// <summary>
/// A built host as a process of its own: <c>dotnet X.dll</c> on a loopback port that it keeps over restarts, with its output
/// captured. Killed on dispose and when the test process ends.
/// </summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly IReadOnlyList<string> _arguments;
    private readonly Dictionary<string, string?> _environment;
    private readonly string _project;
    private readonly List<string> _earlier = [];
    private ChildProcess? _process;

    private HostProcess(string project, int port, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        _project = project;
        _arguments = arguments;
        BaseAddress = new Uri($"http://127.0.0.1:{port}");
        _environment = new Dictionary<string, string?>(environment)
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["Logging__Console__FormatterName"] = "simple",
        };
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The process.</summary>
    public ChildProcess Process => _process ?? throw new InvalidOperationException("Not started.");

    /// <summary>Output of this and earlier runs.</summary>
    public string Output => string.Join('\n', [.. _earlier, Process.Output]);

    /// <summary>Starts a host and waits until it is healthy.</summary>
    /// <param name="project">Folder of its project, for example <c>services/Timing/Host</c>.</param>
    /// <param name="environment">Added to this process's environment.</param>
    /// <param name="arguments">Command line after the addresses.</param>
    /// <param name="port">Where it listens; 0: a free port.</param>
    /// <param name="healthy">False: waits only until it answers.</param>
    public static async Task<HostProcess> StartAsync(
        string project,
        IReadOnlyDictionary<string, string?>? environment = null,
        IReadOnlyList<string>? arguments = null,
        int port = 0,
        bool healthy = true)
    {
        var host = new HostProcess(project, port == 0 ? FreePort.Next() : port, arguments ?? [], environment ?? new Dictionary<string, string?>());
        try
        {
            await host.RunAsync(healthy);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        return host;
    }

    /// <summary>Status of <c>/health</c>; null while nothing answers.</summary>
    public async Task<HttpStatusCode?> HealthAsync()
    {
        try
        {
            using var response = await Http.GetAsync(new Uri(BaseAddress, "/health"));
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Kill -9.</summary>
    public Task KillAsync() => Process.StopAsync(UnixSignal.Kill, TimeSpan.FromSeconds(20));

    /// <summary>SIGTERM; returns the exit code, fails when it takes longer than <paramref name="grace"/>.</summary>
    public async Task<int> StopAsync(TimeSpan grace)
    {
        Process.Signal(UnixSignal.Terminate);
        return await Process.WaitForExitAsync(grace);
    }

    /// <summary>Starts it again after <see cref="KillAsync"/> or <see cref="StopAsync"/>, on the same port.</summary>
    public async Task RestartAsync(bool healthy = true)
    {
        _earlier.AddRange(Process.Lines);
        await Process.DisposeAsync();
        await RunAsync(healthy);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private async Task RunAsync(bool healthy)
    {
        string[] command = ["dotnet", BuiltProject.Assembly(_project), "--urls", BaseAddress.ToString().TrimEnd('/'), .. _arguments];
        var process = _process = await ChildProcess.StartAsync(command, _environment, Repository.Combine(_project));
        await Eventually.TrueAsync(
            async () => process.HasExited || (await HealthAsync() is { } status && (!healthy || status == HttpStatusCode.OK)),
            TimeSpan.FromSeconds(60),
            () => $"{_project}\n{process.Output}");
        if (process.HasExited)
        {
            throw new InvalidOperationException($"{_project} ended with {process.ExitCode}:\n{process.Output}");
        }
    }
}
