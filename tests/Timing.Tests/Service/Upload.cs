using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service;

/// <summary>One UploadReads stream with every message in the test's hand.</summary>
internal sealed class Upload : IDisposable
{
    /// <summary>2025-04-06T00:00:00Z.</summary>
    internal const long Midnight = 1_743_897_600_000_000;

    private readonly AsyncDuplexStreamingCall<UploadReadsRequest, UploadReadsResponse> _call;

    private Upload(AsyncDuplexStreamingCall<UploadReadsRequest, UploadReadsResponse> call) => _call = call;

    /// <summary>The sequence the server told last.</summary>
    internal long Durable { get; private set; }

    /// <summary>New reads as the server told last.</summary>
    internal long NewReads { get; private set; }

    internal static async Task<Upload> OpenAsync(TimingService.TimingServiceClient client, string device = "d-finish", string? stream = null, long epoch = 1, string meet = TimingHost.Meet, bool holds = false)
    {
        var upload = new Upload(client.UploadReads(cancellationToken: TestContext.Current.CancellationToken));
        await upload._call.RequestStream.WriteAsync(new UploadReadsRequest
        {
            Header = new UploadHeader { MeetId = meet, DeviceId = device, StreamId = stream ?? $"s-{device}", Epoch = epoch, HoldImplausibleTimes = holds },
        });
        await upload.ReceiveAsync();
        return upload;
    }

    internal Task SendAsync(ReadBatch batch) => _call.RequestStream.WriteAsync(new UploadReadsRequest { Batch = batch });

    internal Task SendAsync(DeviceReport report) => _call.RequestStream.WriteAsync(new UploadReadsRequest { Report = report });

    /// <summary>Sends and waits for the ack of it.</summary>
    internal async Task SendDurablyAsync(ReadBatch batch)
    {
        await SendAsync(batch);
        while (Durable < batch.Sequence)
        {
            await ReceiveAsync();
        }
    }

    /// <summary>Closes our side and takes what the server still says.</summary>
    internal async Task CompleteAsync()
    {
        await _call.RequestStream.CompleteAsync();
        while (await _call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
        {
            Durable = _call.ResponseStream.Current.DurableSequence;
        }
    }

    internal async Task ReceiveAsync()
    {
        Assert.True(await _call.ResponseStream.MoveNext(TestContext.Current.CancellationToken), "The server closed the stream.");
        Durable = _call.ResponseStream.Current.DurableSequence;
        NewReads = _call.ResponseStream.Current.NewReadCount;
    }

    /// <summary>A batch of reads at times in milliseconds after midnight.</summary>
    internal static ReadBatch Batch(long sequence, params (string Chip, long Millis)[] reads)
    {
        var batch = new ReadBatch { Sequence = sequence };
        foreach (var (chip, millis) in reads)
        {
            batch.ChipIndex.Add((uint)batch.ChipCodes.Count);
            batch.ChipCodes.Add(chip);
            batch.TimeUs.Add(Midnight + (millis * 1_000));
        }

        return batch;
    }

    public void Dispose() => _call.Dispose();
}
