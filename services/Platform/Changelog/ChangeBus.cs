using MassTransit;

namespace RaceSystem.Platform.Changelog;

/// <summary>Puts messages about logs on the bus: with a bounded wait for its confirm, past the filter of tests.</summary>
internal sealed class ChangeBus(IBus bus, IEnumerable<IChangePublishFilter> filters)
{
    /// <summary>How long a publish may wait for the broker and its confirm.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly IChangePublishFilter[] _filters = [.. filters];

    /// <exception cref="TimeoutException">The broker did not confirm in time.</exception>
    public async Task PublishAsync(object message, Type messageType, CancellationToken cancellationToken)
    {
        if (_filters.Any(filter => filter.Drops(message)))
        {
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await bus.Publish(message, messageType, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The bus did not confirm within {Patience.TotalSeconds} s.");
        }
    }
}
