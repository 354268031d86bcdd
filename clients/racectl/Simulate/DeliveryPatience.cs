namespace RaceSystem.Racectl.Simulate;

/// <summary>Notices when nothing moves any more: neither what the emulators delivered nor what Timing has on disk.</summary>
/// <param name="site">Timing; null when the decoders speak to an agent.</param>
/// <param name="patience">How long nothing may move; infinite: for ever.</param>
internal sealed class DeliveryPatience(SimulationSite? site, TimeSpan patience)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private long _delivered = -1;
    private long _stored = -1;
    private long _moved = TimeProvider.System.GetTimestamp();
    private long _looked = TimeProvider.System.GetTimestamp();

    /// <summary>Whether nothing has moved for too long.</summary>
    public async Task<bool> IsOverAsync(long delivered, CancellationToken cancellationToken)
    {
        if (delivered != _delivered)
        {
            (_delivered, _moved) = (delivered, TimeProvider.System.GetTimestamp());
        }

        if (site is not null && TimeProvider.System.GetElapsedTime(_looked) > LookInterval)
        {
            _looked = TimeProvider.System.GetTimestamp();
            var stored = (await site.StatesAsync(cancellationToken).ConfigureAwait(false)).Values.Sum(state => state.ReadCount);
            if (stored != _stored)
            {
                (_stored, _moved) = (stored, TimeProvider.System.GetTimestamp());
            }
        }

        return patience != Timeout.InfiniteTimeSpan && TimeProvider.System.GetElapsedTime(_moved) > patience;
    }
}
