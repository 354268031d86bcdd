using System.Net.Sockets;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>Runs sessions so that nothing but a count and a message comes out of them.</summary>
internal sealed class SessionGuard(string decoderId, DecoderCounters counters, IDecoderObserver observer, TimeProvider clock, HostingLimits limits)
{
    internal TimeProvider Clock { get; } = clock;

    internal HostingLimits Limits { get; } = limits;

    internal IDecoderObserver Observer { get; } = observer;

    /// <summary>Runs a session to its end and returns why it did not end in order; null when it did.</summary>
    /// <exception cref="OperationCanceledException">The caller wants it to end.</exception>
    internal async Task<Exception?> RunAsync(IDecoderSession session, Stream connection, string remote, CancellationToken cancellationToken)
    {
        counters.Opened();
        Observer.Connected(decoderId, remote);
        Exception? failure = null;
        try
        {
            var guarded = new GuardedStream(connection, Limits.SendTimeout, Clock, counters.Received);
            await using (guarded.ConfigureAwait(false))
            {
                await session.RunAsync(guarded, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Not swallowed: counted, shown and told. A parser's mistake must not stop the other decoders.
            failure = exception;
        }
        finally
        {
            counters.Closed();
        }

        if (failure is not null)
        {
            counters.Failed(WordsOf(failure));
        }

        Observer.Disconnected(decoderId, remote, failure is null ? null : WordsOf(failure));
        return failure;
    }

    /// <summary>A connection could not be made.</summary>
    internal void Fail(string remote, Exception failure)
    {
        counters.Failed(WordsOf(failure));
        Observer.Disconnected(decoderId, remote, WordsOf(failure));
    }

    internal void TurnAway(string remote, string problem)
    {
        counters.TurnedAway(problem);
        Observer.Disconnected(decoderId, remote, problem);
    }

    private static string WordsOf(Exception failure) => failure switch
    {
        DecoderProtocolException or DecoderSinkException or TimeoutException or IOException or SocketException or HttpRequestException => failure.Message,
        _ => $"{failure.GetType().Name}: {failure.Message}",
    };
}
