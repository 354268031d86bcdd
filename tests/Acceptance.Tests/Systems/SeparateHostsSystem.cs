namespace RaceSystem.Acceptance.Tests.Systems;

/// <summary>The four hosts as processes, configured by environment variables alone.</summary>
internal sealed class SeparateHostsSystem : IRunningSystem
{
    private static readonly string[] Names = ["registration", "timing", "results", "dashboard"];

    private readonly Dictionary<string, HostProcess> _hosts = [];
    private readonly TempFolder _keys = new("keys");
    private readonly Dictionary<string, string?> _environment;

    private SeparateHostsSystem(Dictionary<string, string?> environment)
    {
        _environment = environment;
        _environment["Results__SigningKeyFile"] = _keys.Combine("results-signing-key.pem");
    }

    public IReadOnlyDictionary<string, HostProcess> Hosts => _hosts;

    public Uri Results => _hosts["results"].BaseAddress;

    public IReadOnlyList<string> RacectlArguments =>
        [.. Names.Take(3).SelectMany(name => (string[])[$"--{name}", _hosts[name].BaseAddress.ToString()])];

    /// <summary>Starts them, all at the same time: each has to wait for what it depends on.</summary>
    public static async Task<SeparateHostsSystem> StartAsync(PostgresFixture postgres, RabbitMqFixture rabbitMq)
    {
        var environment = await EnvironmentAsync(postgres, rabbitMq);
        var system = new SeparateHostsSystem(environment);
        var ports = Names.ToDictionary(name => name, _ => FreePort.Next());
        foreach (var (name, port) in ports)
        {
            environment[$"services__{name}__http__0"] = $"http://127.0.0.1:{port}";
        }

        var starts = ports.Select(async pair =>
        {
            return (pair.Key, Host: await HostProcess.StartAsync(Project(pair.Key), environment, port: pair.Value));
        }).ToList();
        try
        {
            await Task.WhenAll(starts);
        }
        finally
        {
            foreach (var start in starts.Where(start => start.IsCompletedSuccessfully))
            {
                var (name, host) = await start;
                system._hosts[name] = host;
            }

            if (system._hosts.Count < Names.Length)
            {
                await system.DisposeAsync();
            }
        }

        return system;
    }

    /// <summary>Starts one more process of a host, on the same database and broker, at a port of its own. The caller ends it.</summary>
    public Task<HostProcess> StartReplicaAsync(string name) => HostProcess.StartAsync(Project(name), _environment, port: FreePort.Next());

    private static string Project(string name) => $"services/{char.ToUpperInvariant(name[0])}{name[1..]}/Host";

    /// <summary>Databases and broker, as an operator would set them.</summary>
    public static async Task<Dictionary<string, string?>> EnvironmentAsync(PostgresFixture postgres, RabbitMqFixture rabbitMq)
    {
        var environment = new Dictionary<string, string?>
        {
            ["ConnectionStrings__messaging"] = (await rabbitMq.CreateVirtualHostAsync()).ToString(),
        };
        foreach (var name in Names.Take(3))
        {
            environment[$"ConnectionStrings__{name}-db"] = await postgres.CreateDatabaseAsync(name);
        }

        return environment;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
        {
            await host.DisposeAsync();
        }

        _keys.Dispose();
    }
}
