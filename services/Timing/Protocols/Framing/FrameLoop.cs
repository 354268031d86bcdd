namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>
/// Goes through the frames of a connection: takes each, stores when no more are here at once, and says something to the
/// decoder at regular times. Used once.
/// </summary>
/// <param name="frames">The connection.</param>
/// <param name="clock">For the regular times.</param>
/// <param name="interval">Between two of them.</param>
internal sealed class FrameLoop(FrameReader frames, TimeProvider clock, TimeSpan interval)
{
    /// <summary>Runs until the other side ends; what was taken is stored then. On an exception, what was not stored is not.</summary>
    /// <param name="take">Takes a frame.</param>
    /// <param name="store">Stores what was taken; called before every wait, so a decoder that falls silent leaves nothing behind.</param>
    /// <param name="tick">Called at the regular times.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task RunAsync(
        Func<Frame, CancellationToken, Task> take, Func<CancellationToken, Task> store, Func<CancellationToken, Task> tick, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<Frame?>? next = null;
        try
        {
            var due = Task.Delay(interval, clock, ending.Token);
            while (true)
            {
                if (due.IsCompletedSuccessfully)
                {
                    await tick(cancellationToken).ConfigureAwait(false);
                    due = Task.Delay(interval, clock, ending.Token);
                }

                if (next is null)
                {
                    if (frames.TryRead(out var here))
                    {
                        await take(here, cancellationToken).ConfigureAwait(false);
                        continue;
                    }

                    await store(cancellationToken).ConfigureAwait(false);
                    next = frames.ReadAsync(ending.Token).AsTask();
                }

                if (await Task.WhenAny(next, due).ConfigureAwait(false) == next || due.IsCanceled)
                {
                    var came = await next.ConfigureAwait(false);
                    next = null;
                    if (came is not { } frame)
                    {
                        return;
                    }

                    await take(frame, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            // No read is left behind on the stream.
            await ending.CancelAsync().ConfigureAwait(false);
            if (next is not null)
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
