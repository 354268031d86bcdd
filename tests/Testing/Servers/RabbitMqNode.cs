using System.Text.Json;

namespace RaceSystem.Testing.Servers;

/// <summary>The processes and files of one broker.</summary>
internal sealed class RabbitMqNode : IAsyncDisposable
{
    /// <summary>Virtual hosts that are there from the start: making one later needs a second Erlang process and seconds.</summary>
    public const int VirtualHosts = 40;

    // Debian's wrapper in PATH insists on the rabbitmq user and its folders; the script behind it does not.
    private static readonly string[] Programs = ["/usr/lib/rabbitmq/bin/rabbitmq-server", "/usr/local/sbin/rabbitmq-server", "/opt/homebrew/sbin/rabbitmq-server"];

    private readonly TempFolder _folder = new("rabbitmq");
    private readonly string _program;
    private readonly int _port = FreePort.Next();
    private readonly int _distributionPort = FreePort.Next();
    private readonly int _epmdPort = FreePort.Next();
    private ChildProcess? _epmd;
    private ChildProcess? _server;

    private RabbitMqNode(string program) => _program = program;

    public Uri Address => new($"amqp://guest:guest@127.0.0.1:{_port}");

    public bool HasExited => _server?.HasExited ?? true;

    public string Output => _server?.Output ?? "";

    public static string VirtualHostName(int number) => $"test-{number}";

    public static async Task<RabbitMqNode> CreateAsync()
    {
        var program = Programs.FirstOrDefault(File.Exists);
        if (program is null)
        {
            Requirement.Missing($"RabbitMQ is not installed (apt-get install rabbitmq-server, or set {RabbitMqFixture.Variable}).");
        }

        var node = new RabbitMqNode(program);
        await node.WriteFilesAsync();
        // In the foreground and ours: the one that Erlang would start by itself is a daemon that stays.
        node._epmd = await ChildProcess.StartAsync(["epmd", "-port", $"{node._epmdPort}", "-address", "127.0.0.1"]);
        return node;
    }

    public async Task RunAsync()
    {
        var environment = new Dictionary<string, string?>
        {
            ["HOME"] = _folder.Combine("home"),
            ["RABBITMQ_NODENAME"] = $"racesystem{_port}@localhost",
            ["RABBITMQ_MNESIA_BASE"] = _folder.Combine("mnesia"),
            ["RABBITMQ_LOG_BASE"] = _folder.Combine("log"),
            ["RABBITMQ_CONFIG_FILE"] = _folder.Combine("rabbitmq.conf"),
            ["RABBITMQ_CONF_ENV_FILE"] = _folder.Combine("none"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = _folder.Combine("enabled_plugins"),
            ["RABBITMQ_PID_FILE"] = _folder.Combine("pid"),
            ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
            ["ERL_EPMD_PORT"] = $"{_epmdPort}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        };
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _server = await ChildProcess.StartAsync([_program], environment, _folder.FullPath);
    }

    public async Task KillAsync()
    {
        if (_server is not null)
        {
            await _server.StopAsync(UnixSignal.Kill, TimeSpan.FromSeconds(20));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in (ChildProcess?[])[_server, _epmd])
        {
            if (process is not null)
            {
                await process.DisposeAsync();
            }
        }

        _folder.Dispose();
    }

    private async Task WriteFilesAsync()
    {
        _folder.CreateFolder("mnesia");
        _folder.CreateFolder("log");
        var cookie = Path.Combine(_folder.CreateFolder("home"), ".erlang.cookie");
        await File.WriteAllTextAsync(cookie, Guid.NewGuid().ToString("n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        }

        await File.WriteAllTextAsync(_folder.Combine("enabled_plugins"), "[].\n");
        await File.WriteAllTextAsync(_folder.Combine("definitions.json"), Definitions());
        await File.WriteAllTextAsync(
            _folder.Combine("rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{_port}
            load_definitions = {_folder.Combine("definitions.json")}
            log.console = true
            log.console.level = warning
            log.file = false

            """);
    }

    private static string Definitions()
    {
        string[] names = ["/", .. Enumerable.Range(1, VirtualHosts).Select(VirtualHostName)];
        return JsonSerializer.Serialize(new
        {
            users = new[] { new { name = "guest", password = "guest", tags = "administrator", limits = new { } } },
            vhosts = names.Select(name => new { name }),
            permissions = names.Select(vhost => new { user = "guest", vhost, configure = ".*", write = ".*", read = ".*" }),
        });
    }
}
