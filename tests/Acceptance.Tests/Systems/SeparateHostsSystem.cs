namespace RaceSystem.Acceptance.Tests.Systems;

/// <summary>The four hosts as processes, configured by environment variables alone.</summary>
internal sealed class SeparateHostsSystem : IRunningSystem
{
    private static readonly string[] Names = ["registration", "timing", "results", "dashboard"];

    private readonly Dictionary<string, HostProcess> _hosts = [];

    private SeparateHostsSystem()
    {
    }

    public IReadOnlyDictionary<string, HostProcess> Hosts => _hosts;

    public Uri Results => _hosts["results"].BaseAddress;

    public IReadOnlyList<string> RacectlArguments =>
        [.. Names.Take(3).SelectMany(name => (string[])[$"--{name}", _hosts[name].BaseAddress.ToString()])];

    /// <summary>Starts them, all at the same time: each has to wait for what it depends on.</summary>
    public static async Task<SeparateHostsSystem> StartAsync(PostgresFixture postgres, RabbitMqFixture rabbitMq)
    {
        var environment = await EnvironmentAsync(postgres, rabbitMq);
        var system = new SeparateHostsSystem();
        var ports = Names.ToDictionary(name => name, _ => FreePort.Next());
        foreach (var (name, port) in ports)
        {
            environment[$"services__{name}__http__0"] = $"http://127.0.0.1:{port}";
        }

        var starts = ports.Select(async pair =>
        {
            var project = $"services/{char.ToUpperInvariant(pair.Key[0])}{pair.Key[1..]}/Host";
            return (pair.Key, Host: await HostProcess.StartAsync(project, environment, port: pair.Value));
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
    }
}
