using System.Threading.Channels;
using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Client;

/// <summary>One <c>UploadReads</c> call after the other over the same window.</summary>
internal sealed class UploadConnection(
    TimingService.TimingServiceClient client,
    ReadUploaderOptions options,
    UploadWindow window,
    ChannelReader<bool> wake,
    Action<long, long> onAck)
{
    // What a dead connection needs to end the other half of the call by itself, with the status that tells why.
    private static readonly TimeSpan HalfCloseWait = TimeSpan.FromSeconds(2);

    /// <summary>Uploads until the wake channel is completed and everything is acked.</summary>
    /// <exception cref="RpcException">The call ended; transient or not.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var call = client.UploadReads(cancellationToken: ending.Token);
        var firstAck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var receiving = ReceiveAsync(call.ResponseStream, firstAck, ending.Token);
        var sending = SendAsync(call.RequestStream, firstAck.Task, ending.Token);
        await Task.WhenAny(receiving, sending).ConfigureAwait(false);
        if (sending.IsCompleted)
        {
            await Task.WhenAny(receiving, Task.Delay(HalfCloseWait, ending.Token)).ConfigureAwait(false);
        }

        var receivingEnded = receiving.IsCompleted;
        await ending.CancelAsync().ConfigureAwait(false);
        var receiveFailure = await FailureOfAsync(receiving).ConfigureAwait(false);
        var sendFailure = await FailureOfAsync(sending).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (receivingEnded && receiveFailure is null && sendFailure is null)
        {
            return;
        }

        // The receiving half carries the server's status; the sending half often only learns that the call is over.
        throw (receivingEnded ? receiveFailure : sendFailure) as RpcException
            ?? new RpcException(new Status(StatusCode.Unavailable, "The upload stream was closed."));
    }

    private static async Task<Exception?> FailureOfAsync(Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCanceled ? new OperationCanceledException() : task.Exception?.InnerException;
    }

    private async Task ReceiveAsync(
        IAsyncStreamReader<UploadReadsResponse> responses, TaskCompletionSource firstAck, CancellationToken cancellationToken)
    {
        var counted = 0L;
        while (await responses.MoveNext(cancellationToken).ConfigureAwait(false))
        {
            var durable = responses.Current.DurableSequence;
            if (durable < window.Durable)
            {
                throw new RpcException(new Status(
                    StatusCode.DataLoss,
                    $"The server has batches up to {durable} and had acknowledged {window.Durable}: its database is not the same any more. Begin a new epoch and send everything again."));
            }

            onAck(durable, responses.Current.NewReadCount - counted);
            counted = responses.Current.NewReadCount;
            firstAck.TrySetResult();
        }
    }

    private async Task SendAsync(
        IClientStreamWriter<UploadReadsRequest> requests, Task firstAck, CancellationToken cancellationToken)
    {
        await requests.WriteAsync(Header(), cancellationToken).ConfigureAwait(false);
        await firstAck.WaitAsync(cancellationToken).ConfigureAwait(false);
        var sent = window.Durable;
        while (true)
        {
            while (window.Find(Math.Max(sent, window.Durable) + 1) is { } batch)
            {
                await requests.WriteAsync(new UploadReadsRequest { Batch = batch }, cancellationToken).ConfigureAwait(false);
                sent = batch.Sequence;
            }

            if (!await wake.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                await requests.CompleteAsync().ConfigureAwait(false);
                return;
            }

            wake.TryRead(out _);
        }
    }

    private UploadReadsRequest Header() => new()
    {
        Header = new UploadHeader
        {
            MeetId = options.MeetId,
            DeviceId = options.DeviceId,
            StreamId = options.StreamId,
            Epoch = options.Epoch,
            HoldImplausibleTimes = options.HoldImplausibleTimes,
        },
    };
}
