using System.Diagnostics;
using System.Threading.Channels;
using Google.Protobuf;
using Grpc.Core;
using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.UploadReads;

/// <summary>
/// One open stream: keeps reports, receives batches and hands them to the meet's writer without waiting for their commit, and beside it
/// acknowledges what is committed, in order. A stream that is ahead of the commits is held back by the bounded queues.
/// </summary>
internal sealed class UploadSession(UploadHeader header, string pointId, MeetWriter writer, ReadBatchValidator validator, ClockReports clocks, TimeProvider time, ActivityContext trace)
{
    private readonly Channel<UploadedBatch> _inFlight = Channel.CreateBounded<UploadedBatch>(
        new BoundedChannelOptions(Limits.BatchesInFlight) { SingleReader = true, SingleWriter = true });

    /// <summary>Whether the client said that nothing more comes; it may then leave without waiting for the last acks.</summary>
    internal bool IsClosedByClient { get; private set; }

    /// <summary>
    /// Runs until the client closes its side, a batch is refused or the host stops; what was committed is acknowledged first.
    /// </summary>
    internal async Task RunAsync(
        IAsyncStreamReader<UploadReadsRequest> requests,
        IServerStreamWriter<UploadReadsResponse> responses,
        CancellationToken hostStopping,
        CancellationToken cancellationToken)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hostStopping);
        var receiving = ReceiveAsync(requests, stopped.Token);
        var acknowledging = AcknowledgeAsync(responses, cancellationToken);
        if (await Task.WhenAny(receiving, acknowledging) == acknowledging)
        {
            // A batch was refused: nothing after it in this stream can be taken.
            await stopped.CancelAsync();
        }

        await Task.WhenAll(receiving.ContinueWith(_ => { }, TaskScheduler.Default), acknowledging.ContinueWith(_ => { }, TaskScheduler.Default));
        await acknowledging;
        try
        {
            await receiving;
        }
        catch (OperationCanceledException) when (hostStopping.IsCancellationRequested)
        {
            throw Stopping.Refusal();
        }
    }

    private async Task ReceiveAsync(IAsyncStreamReader<UploadReadsRequest> requests, CancellationToken cancellationToken)
    {
        try
        {
            while (await requests.MoveNext(cancellationToken))
            {
                if (requests.Current.MessageCase == UploadReadsRequest.MessageOneofCase.Report)
                {
                    DeviceReportValidator.Validate(requests.Current.Report);
                    writer.Activity.Reported(header.DeviceId, requests.Current.Report);
                    await clocks.TakeAsync(header.MeetId, header.DeviceId, requests.Current.Report, cancellationToken);
                    continue;
                }

                if (requests.Current.MessageCase != UploadReadsRequest.MessageOneofCase.Batch)
                {
                    throw RefusalException.Invalid("BATCH_MISSING", "batch", "every message after the header is a batch or a report.");
                }

                var batch = requests.Current.Batch;
                var implausible = validator.Validate(batch, header.HoldImplausibleTimes);
                var uploaded = new UploadedBatch(header, batch, batch.ToByteArray(), Instant.From(time.GetUtcNow()).Micros, trace) { Implausible = implausible };
                await _inFlight.Writer.WriteAsync(uploaded, cancellationToken);
                await EnqueueAsync(uploaded, cancellationToken);
                writer.Activity.Received(header.DeviceId, pointId, batch.TimeUs.Count, NewestOf(batch));
            }

            IsClosedByClient = true;
        }
        finally
        {
            _inFlight.Writer.TryComplete();
        }
    }

    private static long NewestOf(ReadBatch batch)
    {
        var newest = long.MinValue;
        for (var i = 0; i < batch.TimeUs.Count; i++)
        {
            newest = Math.Max(newest, batch.TimeUs[i]);
        }

        return newest;
    }

    private async Task EnqueueAsync(UploadedBatch uploaded, CancellationToken cancellationToken)
    {
        try
        {
            await writer.EnqueueAsync(uploaded, cancellationToken);
        }
        catch (Exception exception)
        {
            // Otherwise the acknowledging side would wait for it for ever.
            uploaded.Fail(exception);
            throw;
        }
    }

    /// <summary>One answer for all batches that are committed by now.</summary>
    private async Task AcknowledgeAsync(IServerStreamWriter<UploadReadsResponse> responses, CancellationToken cancellationToken)
    {
        long added = 0;
        while (await _inFlight.Reader.WaitToReadAsync(cancellationToken))
        {
            while (_inFlight.Reader.TryRead(out var batch))
            {
                var ack = await batch.Durable.WaitAsync(cancellationToken);
                added += ack.NewReads;
                while (_inFlight.Reader.TryPeek(out var next) && next.Durable.IsCompletedSuccessfully)
                {
                    _inFlight.Reader.TryRead(out _);
                    ack = await next.Durable;
                    added += ack.NewReads;
                }

                await responses.WriteAsync(new UploadReadsResponse { DurableSequence = ack.DurableSequence, NewReadCount = added }, cancellationToken);
            }
        }
    }
}
