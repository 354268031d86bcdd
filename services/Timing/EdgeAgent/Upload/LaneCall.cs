using Grpc.Core;
using RaceSystem.Timing.EdgeAgent.Lanes;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.V1;
using CallStatus = Grpc.Core.Status;

namespace RaceSystem.Timing.EdgeAgent.Upload;

/// <summary>
/// One <c>UploadReads</c> call for one lane: asks where Timing stands, sends what comes behind it, notes what is acknowledged.
/// Used once.
/// </summary>
internal sealed class LaneCall(LaneTarget target, ReadSpool spool, LaneKeeper lanes, RefusedBatches refused, SendWindow window, TimeProvider time)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly Queue<(long Sequence, long Record, long ReadsThrough)> _inFlight = new();
    private readonly Pulse _acked = new();
    private Lane _lane = null!;

    /// <summary>Batches that Timing acknowledged in this call.</summary>
    internal long Acknowledged { get; private set; }

    /// <summary>
    /// Sends the lane until it is done, replaced by others, or the call breaks.
    /// </summary>
    /// <param name="lane">The lane, as the spool has it.</param>
    /// <param name="open">Takes what Timing has of it into the lanes; null when they go another way with it.</param>
    /// <param name="report">What Timing is told of the device now and then; null: nothing.</param>
    /// <param name="goesOn">Whether the lane is still to be sent.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RpcException">The call broke or Timing refuses.</exception>
    internal async Task RunAsync(Lane lane, Func<Lane, long, Lane?> open, Func<DeviceReport>? report, Func<Lane, bool> goesOn, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var call = target.Client.UploadReads(cancellationToken: ending.Token);
        await SendAsync(call, target.Header(lane), ending.Token);
        if (!await call.ResponseStream.MoveNext(ending.Token))
        {
            throw new RpcException(new CallStatus(StatusCode.Unavailable, "The upload was closed before it began."));
        }

        if (open(lane, call.ResponseStream.Current.DurableSequence) is not { } found)
        {
            return;
        }

        _lane = found;
        var receiving = ReceiveAsync(call.ResponseStream, ending.Token);
        var sending = SendLaneAsync(call, report, goesOn, ending.Token);
        await Task.WhenAny(receiving, sending);
        if (sending.IsFaulted && !receiving.IsCompleted)
        {
            // The receiving half carries the status that tells why.
            await Task.WhenAny(receiving, Task.Delay(TimeSpan.FromSeconds(2), time, cancellationToken));
        }

        await ending.CancelAsync();
        await Task.WhenAll(receiving, sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        if (sending.IsCompletedSuccessfully)
        {
            return;
        }

        throw FailureOf(receiving) ?? FailureOf(sending) ?? new RpcException(new CallStatus(StatusCode.Unavailable, "The upload was closed."));
    }

    /// <summary>What a task broke with; null when it did not, or only because the other half had.</summary>
    private static Exception? FailureOf(Task task) =>
        task.Exception?.InnerException is { } failure and not RpcException { StatusCode: StatusCode.Cancelled } ? failure : null;

    private async Task SendLaneAsync(
        AsyncDuplexStreamingCall<UploadReadsRequest, UploadReadsResponse> call, Func<DeviceReport>? report, Func<Lane, bool> goesOn, CancellationToken cancellationToken)
    {
        var source = LaneSource.After(_lane, spool, target.DeviceId);
        var due = report is null ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;
        while (goesOn(_lane))
        {
            if (report is not null && due.IsCompleted)
            {
                await SendAsync(call, new UploadReadsRequest { Report = report() }, cancellationToken);
                due = Task.Delay(ReportEvery, time, cancellationToken);
            }

            var (changed, acked) = (spool.Changed.Next, _acked.Next);
            var isFull = IsFull();
            if (!isFull && source.Next() is { } next)
            {
                var batch = refused.Replace(_lane.Epoch, next.Batch);
                lock (_lock)
                {
                    _inFlight.Enqueue((batch.Sequence, next.Record, next.ReadsThrough));
                    window.Sent(batch.Sequence);
                }

                await SendAsync(call, new UploadReadsRequest { Batch = batch }, cancellationToken);
                continue;
            }

            await Task.WhenAny(acked, due, isFull ? acked : changed);
            cancellationToken.ThrowIfCancellationRequested();
        }

        await call.RequestStream.CompleteAsync();
    }

    private bool IsFull()
    {
        lock (_lock)
        {
            return window.IsFull;
        }
    }

    private static async Task SendAsync(AsyncDuplexStreamingCall<UploadReadsRequest, UploadReadsResponse> call, UploadReadsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await call.RequestStream.WriteAsync(request, cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            // The client says so when the server has ended the call.
            throw new RpcException(new CallStatus(StatusCode.Unavailable, exception.Message));
        }
    }

    private async Task ReceiveAsync(IAsyncStreamReader<UploadReadsResponse> responses, CancellationToken cancellationToken)
    {
        while (await responses.MoveNext(cancellationToken))
        {
            var durable = responses.Current.DurableSequence;
            lock (_lock)
            {
                var reached = _lane;
                while (_inFlight.TryPeek(out var oldest) && oldest.Sequence <= durable)
                {
                    _inFlight.Dequeue();
                    reached = reached.Reach(oldest.Sequence, oldest.Record, oldest.ReadsThrough);
                    Acknowledged++;
                }

                window.Acknowledged(durable);
                _lane = reached;
            }

            lanes.Reached(_lane);
            _acked.Raise();
        }
    }
}
