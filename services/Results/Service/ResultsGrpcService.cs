using Grpc.Core;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.Service.DeclareStatus;
using RaceSystem.Results.Service.EvaluateScenario;
using RaceSystem.Results.Service.ExplainResult;
using RaceSystem.Results.Service.ExportResults;
using RaceSystem.Results.Service.Finishes;
using RaceSystem.Results.Service.GetLiveRace;
using RaceSystem.Results.Service.GetMeetProgress;
using RaceSystem.Results.Service.GetParticipantResult;
using RaceSystem.Results.Service.GetStandings;
using RaceSystem.Results.Service.ListAnomalies;
using RaceSystem.Results.Service.ListPredictions;
using RaceSystem.Results.Service.ListSweep;
using RaceSystem.Results.Service.ListCutSuspicions;
using RaceSystem.Results.Service.ListPointHealth;
using RaceSystem.Results.Service.StreamResults;
using RaceSystem.Results.Service.WatchStandings;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service;

/// <summary>Hands each call to its handler.</summary>
internal sealed class ResultsGrpcService(
    GetMeetProgressHandler getMeetProgress,
    GetStandingsHandler getStandings,
    WatchStandingsHandler watchStandings,
    GetParticipantResultHandler getParticipantResult,
    StreamResultsHandler streamResults,
    DeclareStatusHandler declareStatus,
    ExplainResultHandler explainResult,
    ListSweepHandler listSweep,
    GetLiveRaceHandler getLiveRace,
    ListPredictionsHandler listPredictions,
    ExportResultsHandler exportResults,
    ClassificationHandlers classifications,
    FinishHandlers finishes,
    ListAnomaliesHandler listAnomalies,
    AdjudicationHandlers adjudications,
    ListCutSuspicionsHandler listCutSuspicions,
    ListPointHealthHandler listPointHealth,
    EvaluateScenarioHandler evaluateScenario) : ResultsService.ResultsServiceBase
{
    public override Task<GetMeetProgressResponse> GetMeetProgress(GetMeetProgressRequest request, ServerCallContext context) =>
        getMeetProgress.HandleAsync(request, context.CancellationToken);

    public override Task<GetStandingsResponse> GetStandings(GetStandingsRequest request, ServerCallContext context) =>
        getStandings.HandleAsync(request, context.CancellationToken);

    public override Task WatchStandings(WatchStandingsRequest request, IServerStreamWriter<WatchStandingsResponse> responseStream, ServerCallContext context) =>
        watchStandings.HandleAsync(request, responseStream, context.CancellationToken);

    public override Task<GetParticipantResultResponse> GetParticipantResult(GetParticipantResultRequest request, ServerCallContext context) =>
        getParticipantResult.HandleAsync(request, context.CancellationToken);

    public override Task StreamResults(StreamResultsRequest request, IServerStreamWriter<StreamResultsResponse> responseStream, ServerCallContext context) =>
        streamResults.HandleAsync(request, responseStream, context.CancellationToken);

    public override Task<DeclareStatusResponse> DeclareStatus(DeclareStatusRequest request, ServerCallContext context) =>
        declareStatus.HandleAsync(request, context.CancellationToken);

    public override Task<ExplainResultResponse> ExplainResult(ExplainResultRequest request, ServerCallContext context) =>
        explainResult.HandleAsync(request, context.CancellationToken);

    public override Task ExportResults(ExportResultsRequest request, IServerStreamWriter<ExportResultsResponse> responseStream, ServerCallContext context) =>
        exportResults.HandleAsync(request, responseStream, context.CancellationToken);

    public override Task<ListCutSuspicionsResponse> ListCutSuspicions(ListCutSuspicionsRequest request, ServerCallContext context) =>
        listCutSuspicions.HandleAsync(request, context.CancellationToken);

    public override Task<ListPointHealthResponse> ListPointHealth(ListPointHealthRequest request, ServerCallContext context) =>
        listPointHealth.HandleAsync(request, context.CancellationToken);

    public override Task<CheckClassificationResponse> CheckClassification(CheckClassificationRequest request, ServerCallContext context) =>
        classifications.Check.HandleAsync(request, context.CancellationToken);

    public override Task<PublishClassificationResponse> PublishClassification(PublishClassificationRequest request, ServerCallContext context) =>
        classifications.Publish.HandleAsync(request, context.CancellationToken);

    public override Task<ListClassificationsResponse> ListClassifications(ListClassificationsRequest request, ServerCallContext context) =>
        classifications.List.HandleAsync(request, context.CancellationToken);

    public override Task GetClassification(GetClassificationRequest request, IServerStreamWriter<GetClassificationResponse> responseStream, ServerCallContext context) =>
        classifications.Get.HandleAsync(request, responseStream, context.CancellationToken);

    public override Task GetEvidence(GetEvidenceRequest request, IServerStreamWriter<GetEvidenceResponse> responseStream, ServerCallContext context) =>
        classifications.GetEvidence.HandleAsync(request, responseStream, context.CancellationToken);

    public override Task<DiffClassificationsResponse> DiffClassifications(DiffClassificationsRequest request, ServerCallContext context) =>
        classifications.Diff.HandleAsync(request, context.CancellationToken);

    public override Task<GetInclusionProofResponse> GetInclusionProof(GetInclusionProofRequest request, ServerCallContext context) =>
        classifications.GetInclusionProof.HandleAsync(request, context.CancellationToken);

    public override Task<GetSigningKeyResponse> GetSigningKey(GetSigningKeyRequest request, ServerCallContext context) =>
        classifications.GetSigningKey.HandleAsync(request, context.CancellationToken);

    public override Task<GetAwardsResponse> GetAwards(GetAwardsRequest request, ServerCallContext context) =>
        finishes.Awards.HandleAsync(request, context.CancellationToken);

    public override Task<ListTeamStandingsResponse> ListTeamStandings(ListTeamStandingsRequest request, ServerCallContext context) =>
        finishes.Teams.HandleAsync(request, context.CancellationToken);

    public override Task<ListRelayLegsResponse> ListRelayLegs(ListRelayLegsRequest request, ServerCallContext context) =>
        finishes.Legs.HandleAsync(request, context.CancellationToken);

    public override Task<ListAgeGradesResponse> ListAgeGrades(ListAgeGradesRequest request, ServerCallContext context) =>
        finishes.AgeGrades.HandleAsync(request, context.CancellationToken);

    public override Task<GetNationTableResponse> GetNationTable(GetNationTableRequest request, ServerCallContext context) =>
        finishes.Nations.HandleAsync(request, context.CancellationToken);

    public override Task<RecordAdjudicationResponse> RecordAdjudication(RecordAdjudicationRequest request, ServerCallContext context) =>
        adjudications.Record.HandleAsync(request, context.CancellationToken);

    public override Task<RevokeAdjudicationResponse> RevokeAdjudication(RevokeAdjudicationRequest request, ServerCallContext context) =>
        adjudications.Revoke.HandleAsync(request, context.CancellationToken);

    public override Task<ListAdjudicationsResponse> ListAdjudications(ListAdjudicationsRequest request, ServerCallContext context) =>
        adjudications.List.HandleAsync(request, context.CancellationToken);

    public override Task<LodgeAppealResponse> LodgeAppeal(LodgeAppealRequest request, ServerCallContext context) =>
        adjudications.LodgeAppeal.HandleAsync(request, context.CancellationToken);

    public override Task<DecideAppealResponse> DecideAppeal(DecideAppealRequest request, ServerCallContext context) =>
        adjudications.DecideAppeal.HandleAsync(request, context.CancellationToken);

    public override Task<ListSweepResponse> ListSweep(ListSweepRequest request, ServerCallContext context) =>
        listSweep.HandleAsync(request, context.CancellationToken);

    public override Task EvaluateScenario(EvaluateScenarioRequest request, IServerStreamWriter<EvaluateScenarioResponse> responseStream, ServerCallContext context) =>
        evaluateScenario.HandleAsync(request, responseStream, context.CancellationToken);

    public override Task<ListAnomaliesResponse> ListAnomalies(ListAnomaliesRequest request, ServerCallContext context) =>
        listAnomalies.HandleAsync(request, context.CancellationToken);

    public override Task<GetLiveRaceResponse> GetLiveRace(GetLiveRaceRequest request, ServerCallContext context) =>
        getLiveRace.HandleAsync(request, context.CancellationToken);

    public override Task<ListPredictionsResponse> ListPredictions(ListPredictionsRequest request, ServerCallContext context) =>
        listPredictions.HandleAsync(request, context.CancellationToken);
}
