using System.Diagnostics;
using Google.Protobuf;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.UploadReads;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>
/// Puts what one running decoder delivers through the meet's writer, as a stream of its own whose epoch begins with the
/// start; returns when it is committed, so that the decoder's ack comes after that. Several sessions may store at once:
/// the writer commits their batches together.
/// </summary>
internal sealed class DecoderStream(DecoderSpec spec, MeetWriter writer, ReadBatchValidator validator, TimeProvider time) : IDecoderStore, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string _streamId = $"decoder-{spec.Decoder.DecoderId}";
    private long _epoch = Instant.From(time.GetUtcNow()).Micros;
    private long _sequence;

    public async Task StoreAsync(string deviceId, DecodedBatch batch, CancellationToken cancellationToken)
    {
        var (uploaded, epoch) = await EnqueueAsync(deviceId, DecodedBatches.ToMessage(batch), cancellationToken);
        try
        {
            await uploaded.Durable.WaitAsync(cancellationToken);
        }
        catch (RefusalException refusal)
        {
            await RestartAsync(epoch, cancellationToken);
            throw new DecoderSinkException($"{refusal.Reason}: {refusal.Message}", refusal);
        }

        var newest = batch.Reads.Count == 0 ? 0 : batch.Reads.Max(read => read.TimeMicros);
        writer.Activity.Received(deviceId, spec.PointOfDevice.GetValueOrDefault(deviceId, ""), batch.Reads.Count, newest);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<(UploadedBatch Uploaded, long Epoch)> EnqueueAsync(string deviceId, ReadBatch message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var header = new UploadHeader
            {
                MeetId = spec.MeetId,
                DeviceId = deviceId,
                StreamId = _streamId,
                Epoch = _epoch,
                HoldImplausibleTimes = true,
            };
            message.Sequence = _sequence + 1;
            var implausible = validator.Validate(message, holdsImplausible: true);
            var uploaded = new UploadedBatch(header, message, message.ToByteArray(), Instant.From(time.GetUtcNow()).Micros, Activity.Current?.Context ?? default)
            {
                Implausible = implausible,
            };
            await writer.EnqueueAsync(uploaded, cancellationToken);
            _sequence = message.Sequence;
            return (uploaded, _epoch);
        }
        catch (RefusalException refusal)
        {
            throw new DecoderSinkException($"{refusal.Reason}: {refusal.Message}", refusal);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// After a batch that was not committed its sequence is missing, and no later one of the epoch can be taken: the next
    /// batch begins a new epoch.
    /// </summary>
    private async Task RestartAsync(long failedEpoch, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        if (_epoch == failedEpoch)
        {
            _epoch = Math.Max(_epoch + 1, Instant.From(time.GetUtcNow()).Micros);
            _sequence = 0;
        }

        _turn.Release();
    }
}
