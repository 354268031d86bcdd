using Grpc.Core;
using RaceSystem.Client;
using RaceSystem.Kernel;
using RaceSystem.Timing.EdgeAgent.Lanes;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Upload;

/// <summary>
/// Brings the records of one device to Timing for as long as it takes: new ones over one connection, and beside it, over
/// another, what was left behind.
/// </summary>
internal sealed class DeviceUploader(
    LaneTarget live,
    LaneTarget catchUp,
    ReadSpool spool,
    RefusedBatches refused,
    Func<DeviceReport> report,
    TimeProvider time,
    ILogger logger)
{
    private const int LiveBatches = 32;
    private const int FewestCatchUpBatches = 2;
    private const int MostCatchUpBatches = 16;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly LaneKeeper _lanes = new(spool, live.DeviceId, logger);
    private long _oldestOf;
    private Instant? _oldest;

    /// <summary>The device.</summary>
    internal string DeviceId => live.DeviceId;

    /// <summary>Why its reads do not flow; null while they do.</summary>
    internal string? Problem { get; private set; }

    /// <summary>Whether Timing is connected.</summary>
    internal bool IsConnected { get; private set; }

    /// <summary>What Timing refused for good.</summary>
    internal RefusedBatches Refused => refused;

    internal Task RunAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Task.Run(() => RepeatAsync(LiveAsync, stoppingToken), stoppingToken),
        Task.Run(() => RepeatAsync(CatchUpAsync, stoppingToken), stoppingToken));

    /// <summary>Device time of the oldest read that Timing lacks; null when it has all, or the oldest record holds only markers.</summary>
    internal Instant? OldestUnsent()
    {
        var (first, last) = spool.With(DeviceId, lanes => (lanes.FirstUnsent, lanes.Last));
        if (first > last)
        {
            return null;
        }

        if (Interlocked.Exchange(ref _oldestOf, first) != first)
        {
            var record = spool.OpenCursor(DeviceId, first - 1).Peek();
            _oldest = record is { ReadCount: > 0 } found ? new Instant(found.Parse().TimeUs.Min()) : null;
        }

        return _oldest;
    }

    /// <summary>Runs one call after the other; pauses after those that broke without getting on.</summary>
    private async Task RepeatAsync(Func<CancellationToken, Task<long>> call, CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await call(stoppingToken) > 0)
                {
                    pause = FirstPause;
                }

                continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (RpcException exception)
            {
                Problem = RaceSystemException.From(exception).Message;
                if (exception.StatusCode is not (StatusCode.Unavailable or StatusCode.Cancelled))
                {
                    LogMessages.UploadRefused(logger, DeviceId, pause.TotalSeconds, Problem);
                }
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException)
            {
                Problem = exception.Message;
                LogMessages.UploadFailed(logger, exception, DeviceId);
            }

            IsConnected = false;
            _lanes.Parted();
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private Task<long> LiveAsync(CancellationToken stoppingToken) =>
        SendAsync(live, _lanes.Live, LiveBatches, LiveBatches, OpenLive, report, _lanes.IsStillLive, stoppingToken);

    private Lane? OpenLive(Lane lane, long durable)
    {
        (IsConnected, Problem) = (true, null);
        return _lanes.OpenLive(lane, durable);
    }

    private async Task<long> CatchUpAsync(CancellationToken stoppingToken)
    {
        var changed = spool.Changed.Next;
        if (_lanes.NextBehind is not { } lane)
        {
            await changed.WaitAsync(stoppingToken);
            return 1;
        }

        return await SendAsync(catchUp, lane, FewestCatchUpBatches, MostCatchUpBatches, _lanes.OpenBehind, null, _lanes.IsStillBehind, stoppingToken);
    }

    private async Task<long> SendAsync(
        LaneTarget target, Lane lane, int fewest, int most, Func<Lane, long, Lane?> open, Func<DeviceReport>? told, Func<Lane, bool> goesOn, CancellationToken stoppingToken)
    {
        var call = new LaneCall(target, spool, _lanes, refused, new SendWindow(time, fewest, most), time);
        try
        {
            await call.RunAsync(lane, open, told, goesOn, stoppingToken);
            return 1;
        }
        catch (RpcException exception) when (RaceSystemException.From(exception) is var refusal && RefusedBatches.IsPermanent(refusal))
        {
            SetAside(lane.Epoch, refusal);
            return 1;
        }
        catch (RpcException) when (call.Acknowledged > 0)
        {
            // It got on: no reason to be more patient than with a fresh line. The next call tells what is wrong, if it still is.
            await Task.Delay(FirstPause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 1;
        }
    }

    /// <summary>Timing refused the batch behind the last one that it has, whatever was sent behind that.</summary>
    private void SetAside(long epoch, RaceSystemException refusal)
    {
        if (spool.With(DeviceId, lanes => lanes.Find(epoch)) is { } lane && LaneSource.After(lane, spool, DeviceId).Next() is { } next)
        {
            refused.SetAside(epoch, next.Batch, refusal);
            LogMessages.BatchRefused(logger, DeviceId, next.Batch.Sequence, refusal.Reason, refusal.Message, refused.Path);
        }
    }
}
