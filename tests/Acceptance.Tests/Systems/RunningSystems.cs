namespace RaceSystem.Acceptance.Tests.Systems;

/// <summary>
/// The systems that the tests of this assembly share, each started when first needed. Tests keep apart by meets of their
/// own.
/// </summary>
public sealed class RunningSystems : IAsyncDisposable
{
    private readonly Dictionary<SystemShape, IRunningSystem> _systems = [];

    /// <summary>The servers behind the separate hosts.</summary>
    public PostgresFixture Postgres { get; } = new();

    /// <summary>The broker behind the separate hosts.</summary>
    public RabbitMqFixture RabbitMq { get; } = new();

    internal async Task<IRunningSystem> GetAsync(SystemShape shape)
    {
        if (!_systems.TryGetValue(shape, out var system))
        {
            system = _systems[shape] = shape == SystemShape.AllInOne
                ? await AllInOneSystem.StartAsync()
                : await SeparateHostsSystem.StartAsync(Postgres, RabbitMq);
        }

        return system;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var system in _systems.Values)
        {
            await system.DisposeAsync();
        }

        await RabbitMq.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}
