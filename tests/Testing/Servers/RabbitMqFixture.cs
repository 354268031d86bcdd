using RabbitMQ.Client;

namespace RaceSystem.Testing.Servers;

/// <summary>
/// A private RabbitMQ broker from the programs that Debian installs: data in a temporary folder, free loopback ports for
/// AMQP, Erlang distribution and an epmd of its own, no plugins, killed at the end. Started when first needed and shared
/// by what shares the fixture (an assembly, collection or class fixture of xunit). <c>RACESYSTEM_TEST_RABBITMQ</c> (an
/// amqp:// address) replaces it. Safe to use from several threads.
/// </summary>
public sealed class RabbitMqFixture : IAsyncDisposable
{
    /// <summary>The variable that names a broker to use instead.</summary>
    public const string Variable = "RACESYSTEM_TEST_RABBITMQ";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private RabbitMqNode? _node;
    private Uri? _address;
    private int _virtualHosts;

    /// <summary>
    /// The address of a virtual host nobody else uses, so that tests do not hear each other; skips the test when there is
    /// no broker. With a broker that was given by the variable: always the given address.
    /// </summary>
    public async Task<Uri> CreateVirtualHostAsync()
    {
        var address = await StartAsync();
        if (_node is null)
        {
            return address;
        }

        var number = Interlocked.Increment(ref _virtualHosts);
        Assert.True(number <= RabbitMqNode.VirtualHosts, $"At most {RabbitMqNode.VirtualHosts} virtual hosts a broker: raise RabbitMqNode.VirtualHosts.");
        return new Uri(address, $"/{RabbitMqNode.VirtualHostName(number)}");
    }

    /// <summary>Starts the broker unless it runs, and returns the address of its default virtual host.</summary>
    public async Task<Uri> StartAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _address ??= Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? new Uri(given) : await StartPrivateAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Kill -9 of the broker. Skips the test when the broker is not ours.</summary>
    public async Task KillAsync()
    {
        await StartAsync();
        await Ours().KillAsync();
    }

    /// <summary>Starts the killed broker again on the same data and ports.</summary>
    public async Task RestartAsync()
    {
        await Ours().RunAsync();
        await AnswersAsync(Ours());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_node is not null)
        {
            await _node.DisposeAsync();
        }

        _gate.Dispose();
    }

    private RabbitMqNode Ours()
    {
        if (_node is null)
        {
            Assert.Skip($"{Variable} names a broker that this test must not kill.");
        }

        return _node;
    }

    private async Task<Uri> StartPrivateAsync()
    {
        _node = await RabbitMqNode.CreateAsync();
        await _node.RunAsync();
        await AnswersAsync(_node);
        return _node.Address;
    }

    private static async Task AnswersAsync(RabbitMqNode node)
    {
        var factory = new ConnectionFactory { Uri = node.Address };
        await Eventually.TrueAsync(
            async () =>
            {
                if (node.HasExited)
                {
                    return true;
                }

                await using var connection = await factory.CreateConnectionAsync();
                return connection.IsOpen;
            },
            TimeSpan.FromSeconds(60),
            () => node.Output);
        if (node.HasExited)
        {
            throw new InvalidOperationException($"rabbitmq-server ended:\n{node.Output}");
        }
    }
}
