using System.Diagnostics;
using RaceSystem.Timing.Service.Quarantines;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>A validated batch on its way to the commit.</summary>
internal sealed class UploadedBatch(UploadHeader header, ReadBatch batch, byte[] payload, long receivedMicros, ActivityContext trace)
{
    private readonly TaskCompletionSource<BatchAck> _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal UploadHeader Header { get; } = header;

    internal ReadBatch Batch { get; } = batch;

    internal byte[] Payload { get; } = payload;

    internal long ReceivedMicros { get; } = receivedMicros;

    internal ActivityContext Trace { get; } = trace;

    /// <summary>Times that cannot be right and are held from the commit on.</summary>
    internal IReadOnlyList<SeenFault> Implausible { get; init; } = [];

    /// <summary>How the stream stands after this batch's commit; faulted when the batch was refused.</summary>
    internal Task<BatchAck> Durable => _durable.Task;

    internal void Acknowledge(BatchAck ack) => _durable.TrySetResult(ack);

    internal void Fail(Exception exception)
    {
        _durable.TrySetException(exception);

        // The stream may be gone and nobody awaits it any more.
        _ = _durable.Task.Exception;
    }
}
