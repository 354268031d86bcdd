using Grpc.Core;
using RaceSystem.Timing.Service.AcknowledgeAlarm;
using RaceSystem.Timing.Service.ApplyDecoders;
using RaceSystem.Timing.Service.ApplyTimingPoints;
using RaceSystem.Timing.Service.DecideQuarantine;
using RaceSystem.Timing.Service.EstimateDeviceClock;
using RaceSystem.Timing.Service.ExplainPassing;
using RaceSystem.Timing.Service.ListAlarms;
using RaceSystem.Timing.Service.ListClockCorrections;
using RaceSystem.Timing.Service.ListDeadLetters;
using RaceSystem.Timing.Service.ListDecoders;
using RaceSystem.Timing.Service.ListGunStarts;
using RaceSystem.Timing.Service.ListManualPassings;
using RaceSystem.Timing.Service.ListMarkers;
using RaceSystem.Timing.Service.ListPassings;
using RaceSystem.Timing.Service.ListQuarantines;
using RaceSystem.Timing.Service.ListTimingPoints;
using RaceSystem.Timing.Service.ListUnknownChips;
using RaceSystem.Timing.Service.RecordClockCorrection;
using RaceSystem.Timing.Service.RecordGunStart;
using RaceSystem.Timing.Service.RecordManualPassing;
using RaceSystem.Timing.Service.RevokeClockCorrection;
using RaceSystem.Timing.Service.RevokeManualPassing;
using RaceSystem.Timing.Service.UploadReads;
using RaceSystem.Timing.Service.WatchDevices;
using RaceSystem.Timing.Service.WatchTimingPoints;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service;

/// <summary>Dispatches each call to its handler.</summary>
internal sealed class TimingGrpcService(
    ApplyTimingPointsHandler applyTimingPoints,
    ListTimingPointsHandler listTimingPoints,
    UploadReadsHandler uploadReads,
    RecordGunStartHandler recordGunStart,
    ListGunStartsHandler listGunStarts,
    ListPassingsHandler listPassings,
    ExplainPassingHandler explainPassing,
    ListMarkersHandler listMarkers,
    RecordManualPassingHandler recordManualPassing,
    RevokeManualPassingHandler revokeManualPassing,
    ListManualPassingsHandler listManualPassings,
    ListUnknownChipsHandler listUnknownChips,
    WatchTimingPointsHandler watchTimingPoints,
    WatchDevicesHandler watchDevices,
    ListAlarmsHandler listAlarms,
    AcknowledgeAlarmHandler acknowledgeAlarm,
    EstimateDeviceClockHandler estimateDeviceClock,
    RecordClockCorrectionHandler recordClockCorrection,
    RevokeClockCorrectionHandler revokeClockCorrection,
    ListClockCorrectionsHandler listClockCorrections,
    ListQuarantinesHandler listQuarantines,
    DecideQuarantineHandler decideQuarantine,
    ApplyDecodersHandler applyDecoders,
    ListDecodersHandler listDecoders,
    ListDeadLettersHandler listDeadLetters) : TimingService.TimingServiceBase
{
    public override Task<ApplyTimingPointsResponse> ApplyTimingPoints(ApplyTimingPointsRequest request, ServerCallContext context) =>
        applyTimingPoints.HandleAsync(request, context.CancellationToken);

    public override Task<ListTimingPointsResponse> ListTimingPoints(ListTimingPointsRequest request, ServerCallContext context) =>
        listTimingPoints.HandleAsync(request, context.CancellationToken);

    public override Task UploadReads(IAsyncStreamReader<UploadReadsRequest> requestStream, IServerStreamWriter<UploadReadsResponse> responseStream, ServerCallContext context) =>
        uploadReads.HandleAsync(requestStream, responseStream, context.CancellationToken);

    public override Task<RecordGunStartResponse> RecordGunStart(RecordGunStartRequest request, ServerCallContext context) =>
        recordGunStart.HandleAsync(request, context.CancellationToken);

    public override Task<ListGunStartsResponse> ListGunStarts(ListGunStartsRequest request, ServerCallContext context) =>
        listGunStarts.HandleAsync(request, context.CancellationToken);

    public override Task<ListPassingsResponse> ListPassings(ListPassingsRequest request, ServerCallContext context) =>
        listPassings.HandleAsync(request, context.CancellationToken);

    public override Task<ExplainPassingResponse> ExplainPassing(ExplainPassingRequest request, ServerCallContext context) =>
        explainPassing.HandleAsync(request, context.CancellationToken);

    public override Task<ListMarkersResponse> ListMarkers(ListMarkersRequest request, ServerCallContext context) =>
        listMarkers.HandleAsync(request, context.CancellationToken);

    public override Task<RecordManualPassingResponse> RecordManualPassing(RecordManualPassingRequest request, ServerCallContext context) =>
        recordManualPassing.HandleAsync(request, context.CancellationToken);

    public override Task<RevokeManualPassingResponse> RevokeManualPassing(RevokeManualPassingRequest request, ServerCallContext context) =>
        revokeManualPassing.HandleAsync(request, context.CancellationToken);

    public override Task<ListManualPassingsResponse> ListManualPassings(ListManualPassingsRequest request, ServerCallContext context) =>
        listManualPassings.HandleAsync(request, context.CancellationToken);

    public override Task<ListUnknownChipsResponse> ListUnknownChips(ListUnknownChipsRequest request, ServerCallContext context) =>
        listUnknownChips.HandleAsync(request, context.CancellationToken);

    public override Task WatchTimingPoints(WatchTimingPointsRequest request, IServerStreamWriter<WatchTimingPointsResponse> responseStream, ServerCallContext context) =>
        watchTimingPoints.HandleAsync(request, responseStream, context.CancellationToken);

    public override Task WatchDevices(WatchDevicesRequest request, IServerStreamWriter<WatchDevicesResponse> responseStream, ServerCallContext context) =>
        watchDevices.HandleAsync(request, responseStream, context.CancellationToken);

    public override Task<ListAlarmsResponse> ListAlarms(ListAlarmsRequest request, ServerCallContext context) =>
        listAlarms.HandleAsync(request, context.CancellationToken);

    public override Task<AcknowledgeAlarmResponse> AcknowledgeAlarm(AcknowledgeAlarmRequest request, ServerCallContext context) =>
        acknowledgeAlarm.HandleAsync(request, context.CancellationToken);

    public override Task<EstimateDeviceClockResponse> EstimateDeviceClock(EstimateDeviceClockRequest request, ServerCallContext context) =>
        estimateDeviceClock.HandleAsync(request, context.CancellationToken);

    public override Task<RecordClockCorrectionResponse> RecordClockCorrection(RecordClockCorrectionRequest request, ServerCallContext context) =>
        recordClockCorrection.HandleAsync(request, context.CancellationToken);

    public override Task<RevokeClockCorrectionResponse> RevokeClockCorrection(RevokeClockCorrectionRequest request, ServerCallContext context) =>
        revokeClockCorrection.HandleAsync(request, context.CancellationToken);

    public override Task<ListClockCorrectionsResponse> ListClockCorrections(ListClockCorrectionsRequest request, ServerCallContext context) =>
        listClockCorrections.HandleAsync(request, context.CancellationToken);

    public override Task<ListQuarantinesResponse> ListQuarantines(ListQuarantinesRequest request, ServerCallContext context) =>
        listQuarantines.HandleAsync(request, context.CancellationToken);

    public override Task<DecideQuarantineResponse> DecideQuarantine(DecideQuarantineRequest request, ServerCallContext context) =>
        decideQuarantine.HandleAsync(request, context.CancellationToken);

    public override Task<ApplyDecodersResponse> ApplyDecoders(ApplyDecodersRequest request, ServerCallContext context) =>
        applyDecoders.HandleAsync(request, context.CancellationToken);

    public override Task<ListDecodersResponse> ListDecoders(ListDecodersRequest request, ServerCallContext context) =>
        listDecoders.HandleAsync(request, context.CancellationToken);

    public override Task<ListDeadLettersResponse> ListDeadLetters(ListDeadLettersRequest request, ServerCallContext context) =>
        listDeadLetters.HandleAsync(request, context.CancellationToken);
}
