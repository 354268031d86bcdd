using Grpc.Core;
using Microsoft.AspNetCore.Http;
using RaceSystem.Timing.V1;

namespace RaceSystem.Client.Tests.Fakes;

/// <summary>Keeps what is uploaded in memory, as strict about sequences as Timing, and fails as it is told.</summary>
internal sealed class FakeTimingService : TimingService.TimingServiceBase
{
    private readonly Lock _lock = new();

    /// <summary>Batches on "disk", by (stream, epoch).</summary>
    public Dictionary<(string Stream, long Epoch), List<ReadBatch>> Durable { get; } = [];

    /// <summary>Asked before each batch: what goes wrong with it.</summary>
    public Func<ReadBatch, Fault> FaultOf { get; set; } = _ => Fault.None;

    /// <summary>Asked with each header; an exception refuses the upload.</summary>
    public Func<UploadHeader, RpcException?> RefusalOf { get; set; } = _ => null;

    /// <summary>Waited for before each ack.</summary>
    public Func<Task> BeforeAck { get; set; } = () => Task.CompletedTask;

    /// <summary>Calls opened.</summary>
    public int Calls { get; private set; }

    public List<ReadBatch> Stream(string stream, long epoch = 1)
    {
        lock (_lock)
        {
            return Durable.TryGetValue((stream, epoch), out var batches) ? [.. batches] : [];
        }
    }

    public override async Task UploadReads(
        IAsyncStreamReader<UploadReadsRequest> requestStream,
        IServerStreamWriter<UploadReadsResponse> responseStream,
        ServerCallContext context)
    {
        Assert.True(await requestStream.MoveNext(context.CancellationToken));
        var header = requestStream.Current.Header;
        Assert.NotNull(header);
        if (RefusalOf(header) is { } refusal)
        {
            throw refusal;
        }

        List<ReadBatch> batches;
        lock (_lock)
        {
            Calls++;
            batches = Durable.TryGetValue((header.StreamId, header.Epoch), out var known) ? known : Durable[(header.StreamId, header.Epoch)] = [];
        }

        await responseStream.WriteAsync(new UploadReadsResponse { DurableSequence = batches.Count });
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var batch = requestStream.Current.Batch;
            var fault = FaultOf(batch);
            if (fault is Fault.Unavailable)
            {
                throw new RpcException(new Status(StatusCode.Unavailable, "going down"));
            }

            if (fault is not Fault.DropBefore)
            {
                Commit(batches, batch);
            }

            if (fault is Fault.DropBefore or Fault.DropAfter)
            {
                context.GetHttpContext().Abort();
                return;
            }

            await BeforeAck();
            await responseStream.WriteAsync(new UploadReadsResponse { DurableSequence = batches.Count });
        }
    }

    private void Commit(List<ReadBatch> batches, ReadBatch batch)
    {
        lock (_lock)
        {
            if (batch.Sequence > batches.Count + 1)
            {
                throw new RpcException(new Status(StatusCode.FailedPrecondition, $"gap: {batch.Sequence} after {batches.Count}"));
            }

            if (batch.Sequence == batches.Count + 1)
            {
                batches.Add(batch);
            }
        }
    }
}
