using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Ipico;

/// <summary>
/// Gets what a reader read while nobody was connected. A Lite sends all that it has stored on the same connection, between
/// live reads that look alike; of it only what follows the <see cref="ReplayPoint"/> is taken, and the point moves
/// when the download is complete. An Elite is asked on its control port and answers on its replay port
/// (<see cref="IpicoEliteReplay"/>). Not thread-safe.
/// </summary>
internal sealed class IpicoReplay(DecoderSessionContext context, ReplayPoint point, Stream stream) : IAsyncDisposable
{
    /// <summary>Asked for beyond the point, since hosts and readers cut times.</summary>
    private const long OverlapMicros = 2 * Instant.MicrosPerSecond;

    /// <summary>Ticks without progress after which a download is given up until the next connection.</summary>
    private const int Patience = 6;

    private readonly string _kind = context.Setting("replay", "lite");
    private long _oldest = long.MinValue;
    private bool _decided;
    private bool _isDownloading;
    private int _lastProgress = -1;
    private int _idleTicks;
    private IpicoEliteReplay? _elite;

    /// <summary>
    /// Whether a read was stored on an earlier connection and comes again in a download: one before the first that is not
    /// older than the point. Behind that one everything is taken, since a download has the order in which reads were made.
    /// </summary>
    public bool IsOld(long wall)
    {
        if (!_isDownloading)
        {
            return false;
        }

        if (wall >= _oldest)
        {
            _oldest = long.MinValue;
        }

        return wall < _oldest;
    }

    /// <summary>Takes what the reader says of its clock and memory.</summary>
    public Task HearAsync(IpicoFrame frame, CancellationToken cancellationToken) => frame switch
    {
        IpicoFrame.Date date when !_decided => DecideAsync(date.Wall, cancellationToken),
        IpicoFrame.Memory memory when _elite is null && point.IsReplaying => FollowAsync(memory, cancellationToken),
        IpicoFrame.Refusal when _elite is null && point.IsReplaying => EndAsync(),
        _ => Task.CompletedTask,
    };

    /// <summary>Asks how far a download is; a replay of an Elite that failed is asked for again.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        if (!point.IsReplaying)
        {
            return;
        }

        if (_elite is not null)
        {
            await _elite.TickAsync().ConfigureAwait(false);
        }
        else if (!_decided)
        {
            EndWhenSilent();
        }
        else if (++_idleTicks <= Patience)
        {
            await stream.WriteAsync(IpicoCommands.GetMemory, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // The point stays where it is, and nothing is held for old any more: the next connection tries again.
            _oldest = long.MinValue;
        }
    }

    public ValueTask DisposeAsync() => _elite?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A reader that does not tell its time does not answer at all: it has no replay.</summary>
    private void EndWhenSilent()
    {
        if (++_idleTicks > Patience)
        {
            _decided = true;
            point.EndReplay();
        }
    }

    private async Task DecideAsync(long now, CancellationToken cancellationToken)
    {
        (_decided, _idleTicks) = (true, 0);
        if (!point.IsReplaying || point.From is not { } from)
        {
            point.Begin(now);
            return;
        }

        if (_kind == "off")
        {
            point.EndReplay();
            return;
        }

        // A clock that was set back makes reads that look older than the point: then everything is taken.
        _oldest = now < from ? 0 : from - OverlapMicros;
        if (_kind == "elite")
        {
            _elite = new IpicoEliteReplay(context, point, _oldest, cancellationToken);
            await _elite.TickAsync().ConfigureAwait(false);
        }
        else
        {
            await stream.WriteAsync(IpicoCommands.StartDownload, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A reader may still show the end of an earlier download when a new one begins: the end counts when something was
    /// left to send before, or when it is shown again.
    /// </summary>
    private async Task FollowAsync(IpicoFrame.Memory memory, CancellationToken cancellationToken)
    {
        if (!memory.IsDownloading)
        {
            return;
        }

        var mayBeOver = _isDownloading;
        _isDownloading = true;
        if (memory.Progress != _lastProgress)
        {
            (_lastProgress, _idleTicks) = (memory.Progress, 0);
        }

        if (mayBeOver && memory.Progress >= memory.Extent)
        {
            await stream.WriteAsync(IpicoCommands.StopDownload, cancellationToken).ConfigureAwait(false);
            await EndAsync().ConfigureAwait(false);
        }
    }

    private Task EndAsync()
    {
        _isDownloading = false;
        point.EndReplay();
        return Task.CompletedTask;
    }
}
