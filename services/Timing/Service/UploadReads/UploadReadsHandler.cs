using System.Diagnostics;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.UploadReads;

/// <summary>Takes one device's stream: checks the header, tells where the stream stands, hands it to a session.</summary>
internal sealed class UploadReadsHandler(
    MeetRegistry registry,
    ResidentMeets meets,
    ReadBatchValidator validator,
    ClockReports clocks,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<UploadReadsHandler> logger)
{
    internal async Task HandleAsync(IAsyncStreamReader<UploadReadsRequest> requests, IServerStreamWriter<UploadReadsResponse> responses, CancellationToken cancellationToken)
    {
        if (!await requests.MoveNext(cancellationToken) || requests.Current.MessageCase != UploadReadsRequest.MessageOneofCase.Header)
        {
            throw RefusalException.Invalid("HEADER_MISSING", "header", "the first message of an upload is its header.");
        }

        var header = requests.Current.Header;
        Validate(header);
        await registry.RequireMeetAsync(header.MeetId, cancellationToken);
        var writer = meets.WriterOf(header.MeetId);
        using var activity = TimingTelemetry.Source.StartActivity("timing.upload");
        activity?.SetTag("racesystem.meet_id", header.MeetId).SetTag("racesystem.device_id", header.DeviceId).SetTag("racesystem.stream_id", header.StreamId);
        var opening = await writer.LookAsync(state => Open(state, header), cancellationToken);
        using var open = writer.Activity.OpenStream(header.DeviceId);
        LogMessages.UploadOpened(logger, header.MeetId, header.DeviceId, header.StreamId, header.Epoch, opening.DurableSequence);
        await responses.WriteAsync(new UploadReadsResponse { DurableSequence = opening.DurableSequence }, cancellationToken);
        var session = new UploadSession(header, opening.PointId, writer, validator, clocks, time, Activity.Current?.Context ?? default);
        try
        {
            await session.RunAsync(requests, responses, lifetime.ApplicationStopping, cancellationToken);
        }
        catch (RefusalException refusal)
        {
            LogMessages.UploadRefused(logger, header.MeetId, header.DeviceId, refusal.Reason);
            throw;
        }
        finally
        {
            if (session.IsClosedByClient)
            {
                open.MarkEnded();
            }
        }
    }

    private static void Validate(UploadHeader header)
    {
        Identifier.Require(header.MeetId, "header.meet_id");
        Identifier.Require(header.DeviceId, "header.device_id");
        Identifier.Require(header.StreamId, "header.stream_id");
        if (header.Epoch < 1)
        {
            throw RefusalException.Invalid("EPOCH_INVALID", "header.epoch", $"is {header.Epoch}: epochs count from 1.");
        }
    }

    private static (long DurableSequence, string PointId) Open(MeetState state, UploadHeader header) =>
        state.Devices.TryGetValue(header.DeviceId, out var device)
            ? (state.Positions.LastOf(header.StreamId, header.Epoch), device.PointId)
            : throw RefusalException.NotFound("DEVICE_UNKNOWN", $"Device '{header.DeviceId}' is not known in meet '{header.MeetId}': apply it with its timing point first.");
}
