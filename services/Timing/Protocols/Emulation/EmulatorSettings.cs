using System.Net;
using System.Threading.Channels;

namespace RaceSystem.Timing.Protocols.Emulation;

/// <summary>What an emulated decoder does.</summary>
/// <param name="Reads">What it delivers, in this order.</param>
/// <param name="EndPoint">Where it connects to, or listens (port 0: a free one).</param>
/// <param name="Zone">Zone of its clock.</param>
/// <param name="Faults">How badly it behaves.</param>
/// <param name="Seed">Decides every random thing.</param>
/// <param name="Clock">Waiting.</param>
/// <param name="WebhookPath">Path it posts to, for protocols over webhooks.</param>
/// <param name="CountMade">How many of the reads are made by now, never less than before; null: all are. Called from any thread.</param>
public sealed record EmulatorSettings(
    IReadOnlyList<EmulatedRead> Reads,
    IPEndPoint EndPoint,
    TimeZoneInfo Zone,
    EmulatorFaults Faults,
    int Seed,
    TimeProvider Clock,
    string WebhookPath = "/",
    Func<int>? CountMade = null)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>How many of <see cref="Reads"/> are made by now: the decoder knows of no others.</summary>
    public int Made => CountMade is null ? Reads.Count : Math.Min(CountMade(), Reads.Count);

    /// <summary>Waits until more reads are made than so many, but no longer than a time.</summary>
    public async Task WhenMoreAsync(int than, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var started = Clock.GetTimestamp();
        while (Made <= than && Clock.GetElapsedTime(started) < atMost)
        {
            await Task.Delay(Look, Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Waits until something was heard; while reads are still to be made (<paramref name="than"/> is less than all) only a
    /// moment, so that the caller looks for them.
    /// </summary>
    /// <returns>False when nothing will be heard any more.</returns>
    public async Task<bool> WhenHeardAsync<T>(ChannelReader<T> heard, int than, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(heard);
        if (than >= Reads.Count)
        {
            return await heard.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        }

        using var look = new CancellationTokenSource(Look, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(look.Token, cancellationToken);
        try
        {
            return await heard.WaitToReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }
}
