using Google.Protobuf;
using Grpc.Core;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

internal sealed partial class FakeResults
{
    public override Task<ListAnomaliesResponse> ListAnomalies(ListAnomaliesRequest request, ServerCallContext context) => Answer(request.MeetId, desk =>
    {
        var found = desk.Anomalies.Where(anomaly =>
            (request.RaceId.Length == 0 || anomaly.RaceId == request.RaceId) && (request.Kinds.Count == 0 || request.Kinds.Contains(anomaly.Kind))
            && (!request.OpenOnly || anomaly.State == AnomalyState.Open) && anomaly.Severity >= request.MinSeverity).OrderByDescending(anomaly => anomaly.Severity).ToList();
        return new ListAnomaliesResponse { Anomalies = { found }, TotalCount = found.Count, OpenCount = found.Count(anomaly => anomaly.State == AnomalyState.Open) };
    });

    public override Task<ListAdjudicationsResponse> ListAdjudications(ListAdjudicationsRequest request, ServerCallContext context) => Answer(request.MeetId, desk => new ListAdjudicationsResponse
    {
        Adjudications =
        {
            desk.Adjudications.Where(adjudication =>
                (request.RaceId.Length == 0 || adjudication.RaceId == request.RaceId) && (request.Bib.Length == 0 || adjudication.Bib == request.Bib)
                && (!request.StandingOnly || adjudication.Revocation is null) && (!request.OpenAppealsOnly || adjudication.Appeal is { State: AppealState.Lodged })).Select(adjudication => adjudication.Clone()),
        },
    });

    public override Task<RecordAdjudicationResponse> RecordAdjudication(RecordAdjudicationRequest request, ServerCallContext context) => Answer(request.MeetId, desk => desk.Record(request));

    public override Task<RevokeAdjudicationResponse> RevokeAdjudication(RevokeAdjudicationRequest request, ServerCallContext context) => Answer(request.MeetId, desk => desk.Revoke(request));

    public override Task<LodgeAppealResponse> LodgeAppeal(LodgeAppealRequest request, ServerCallContext context) => Answer(request.MeetId, desk => desk.Lodge(request));

    public override Task<DecideAppealResponse> DecideAppeal(DecideAppealRequest request, ServerCallContext context) => Answer(request.MeetId, desk => desk.Decide(request));

    public override Task<ListSweepResponse> ListSweep(ListSweepRequest request, ServerCallContext context) =>
        Answer(request.MeetId, desk => new ListSweepResponse { Runners = { desk.Swept }, TotalCount = desk.Swept.Count, AsOfTime = FakeMeet.Gun });

    public override Task<ListCutSuspicionsResponse> ListCutSuspicions(ListCutSuspicionsRequest request, ServerCallContext context) => Answer(request.MeetId, desk =>
    {
        var cuts = desk.Cuts.Where(cut => cut.Probability >= request.MinProbability).ToList();
        return new ListCutSuspicionsResponse { Suspicions = { cuts }, TotalCount = cuts.Count };
    });

    public override Task<ListPointHealthResponse> ListPointHealth(ListPointHealthRequest request, ServerCallContext context) => Answer(request.MeetId, _ => new ListPointHealthResponse
    {
        Minutes = { new PointMinute { SplitId = "10k", TimingPointId = "bridge", MinuteTime = FakeMeet.Gun, ExpectedCount = 40, ReadCount = 3, FailureProbability = 0.998 } },
        TotalCount = 1,
    });

    public override Task<CheckClassificationResponse> CheckClassification(CheckClassificationRequest request, ServerCallContext context) => Answer(request.MeetId, desk => new CheckClassificationResponse
    {
        Items = { desk.Items },
        AllowedStates = { desk.Versions.Count == 0 ? [ClassificationState.Provisional] : [ClassificationState.Provisional, ClassificationState.Official] },
    });

    public override Task<PublishClassificationResponse> PublishClassification(PublishClassificationRequest request, ServerCallContext context) => Answer(request.MeetId, desk => desk.Publish(request));

    public override Task<ListClassificationsResponse> ListClassifications(ListClassificationsRequest request, ServerCallContext context) =>
        Answer(request.MeetId, desk => new ListClassificationsResponse { Classifications = { desk.Versions } });

    public override Task<DiffClassificationsResponse> DiffClassifications(DiffClassificationsRequest request, ServerCallContext context) => Answer(request.MeetId, desk => new DiffClassificationsResponse
    {
        From = desk.Versions[^2],
        To = desk.Versions[^1],
        ChangedCount = 1,
        Changes =
        {
            new RowChange
            {
                EntryId = "e-1", Bib = "1", Kind = RowChangeKind.Changed,
                Fields =
                {
                    new FieldChange { Field = "status", Before = "\"FINISHED\"", After = "\"DSQ\"" },
                    new FieldChange { Field = "official_time_ms", Before = "7785000", After = "" },
                    new FieldChange { Field = "splits.half", Before = "{\"gun_time_ms\":3900500}", After = "" },
                },
            },
        },
    });

    public override async Task GetClassification(GetClassificationRequest request, IServerStreamWriter<GetClassificationResponse> responseStream, ServerCallContext context)
    {
        var known = meet.Ask("results", world => world.Known(request.MeetId).Desk.Versions.Find(version => version.Version == request.Version))
            ?? throw new RpcException(new Status(StatusCode.NotFound, "There is no such version."));
        await responseStream.WriteAsync(new GetClassificationResponse { Classification = known, Content = ByteString.CopyFromUtf8("{\"header\"") });
        await responseStream.WriteAsync(new GetClassificationResponse { Content = ByteString.CopyFromUtf8(":1}\n") });
    }

    public override async Task ExportResults(ExportResultsRequest request, IServerStreamWriter<ExportResultsResponse> responseStream, ServerCallContext context)
    {
        await responseStream.WriteAsync(new ExportResultsResponse { Header = new ExportHeader { FileName = "marathon.csv", ContentType = "text/csv" } });
        await responseStream.WriteAsync(new ExportResultsResponse { Chunk = ByteString.CopyFromUtf8($"bib,{request.Format},{request.Version}\n") });
    }

    private Task<T> Answer<T>(string meetId, Func<FakeDesk, T> question) => Task.FromResult(meet.Ask("results", world => question(world.Known(meetId).Desk)));
}
