using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Kernel;
using RaceSystem.Platform.Grpc;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

/// <summary>What officials work with, as tests make it. Guarded by the meet's lock.</summary>
internal sealed class FakeDesk
{
    private readonly Dictionary<string, Adjudication> _answers = new(StringComparer.Ordinal);

    public List<Anomaly> Anomalies { get; } = [];

    public List<Adjudication> Adjudications { get; } = [];

    public List<SweptRunner> Swept { get; } = [];

    public List<CutSuspicion> Cuts { get; } = [];

    public List<CheckItem> Items { get; } = [];

    public List<Classification> Versions { get; } = [];

    /// <summary>What previews answer.</summary>
    public AdjudicationEffect Effect { get; } = new();

    public RecordAdjudicationResponse Record(RecordAdjudicationRequest request)
    {
        if (request.Adjudication.DecidedBy.Length == 0 || request.Adjudication.Bib == "9999")
        {
            throw ErrorMapper.ToRpcException(new RefusalException(
                RefusalKind.NotFound, "BIB_UNKNOWN", "bib: Nobody wears bib '9999' in this meet.", [new FieldViolation("adjudication.bib", "Nobody wears bib '9999' in this meet.")]));
        }

        var recorded = request.Adjudication.Clone();
        recorded.RaceId = recorded.RaceId.Length > 0 ? recorded.RaceId : "marathon";
        recorded.DecideTime = FakeMeet.Gun;
        if (request.Preview)
        {
            return new RecordAdjudicationResponse { Adjudication = recorded, Effect = Effect };
        }

        if (!_answers.TryGetValue(request.RequestId, out var answer))
        {
            recorded.AdjudicationId = $"d-{Adjudications.Count + 1}";
            _answers[request.RequestId] = answer = recorded;
            Adjudications.Add(recorded);
        }

        return new RecordAdjudicationResponse { Adjudication = answer, Effect = Effect };
    }

    public RevokeAdjudicationResponse Revoke(RevokeAdjudicationRequest request)
    {
        var adjudication = Find(request.RaceId, request.AdjudicationId);
        if (request.Note.Length == 0)
        {
            throw ErrorMapper.ToRpcException(RefusalException.Invalid("ADJUDICATION_INVALID", "note", "must have 1 to 500 characters."));
        }

        var revocation = new Revocation { RevokedBy = request.RevokedBy, Note = request.Note, RevokeTime = FakeMeet.Gun };
        adjudication.Revocation = request.Preview ? adjudication.Revocation : revocation;
        var answer = adjudication.Clone();
        answer.Revocation = revocation;
        return new RevokeAdjudicationResponse { Adjudication = answer, Effect = Effect };
    }

    public LodgeAppealResponse Lodge(LodgeAppealRequest request)
    {
        var adjudication = Find(request.RaceId, request.AdjudicationId);
        adjudication.Appeal = new Appeal { State = AppealState.Lodged, LodgedBy = request.LodgedBy, Grounds = request.Grounds, LodgeTime = FakeMeet.Gun, Deadline = request.Deadline ?? FakeMeet.Gun };
        return new LodgeAppealResponse { Adjudication = adjudication };
    }

    public DecideAppealResponse Decide(DecideAppealRequest request)
    {
        var adjudication = Find(request.RaceId, request.AdjudicationId);
        var appeal = adjudication.Appeal.Clone();
        (appeal.State, appeal.DecidedBy, appeal.DecisionNote, appeal.DecideTime) = (request.Outcome, request.DecidedBy, request.DecisionNote, FakeMeet.Gun);
        adjudication.Appeal = request.Preview ? adjudication.Appeal : appeal;
        return new DecideAppealResponse { Adjudication = adjudication, Effect = Effect };
    }

    public PublishClassificationResponse Publish(PublishClassificationRequest request)
    {
        var open = Items.Where(item => item.Blocking && !request.AcceptedItemIds.Contains(item.ItemId)).ToList();
        if (request.State != ClassificationState.Provisional && open.Count > 0)
        {
            throw ErrorMapper.ToRpcException(new RefusalException(
                RefusalKind.FailedPrecondition, "CHECK_OPEN", $"Nothing was published: {open.Count} open item blocks it.", [new FieldViolation(open[0].ItemId, open[0].Message)]));
        }

        var version = new Classification
        {
            MeetId = request.MeetId, RaceId = request.RaceId, Version = Versions.Count + 1, State = request.State, PublishedBy = request.PublishedBy, Reason = request.Reason, PublishTime = FakeMeet.Gun,
            Hash = new string('a', 64), Root = new string('b', 64), EvidenceHash = new string('c', 64), KeyFingerprint = new string('d', 64), RowCount = 127, RuleProfileId = "world-athletics", RuleProfileVersion = 1,
            AcceptedItemIds = { request.AcceptedItemIds },
        };
        Versions.Add(version);
        return new PublishClassificationResponse { Classification = version };
    }

    /// <summary>A disqualification that stands.</summary>
    public Adjudication Disqualify(string bib)
    {
        var adjudication = new Adjudication
        {
            AdjudicationId = $"d-{Adjudications.Count + 1}", RaceId = "marathon", Bib = bib, Note = "Took a car.", DecidedBy = "Ri", DecideTime = FakeMeet.Gun, Disqualification = new Disqualification { RuleNumber = "TR 6.3" },
        };
        Adjudications.Add(adjudication);
        return adjudication;
    }

    /// <summary>Something severe with a suggestion, something slight without.</summary>
    public void AddAnomalies()
    {
        Anomalies.Add(new Anomaly
        {
            AnomalyId = "swapped-bibs-1", Kind = AnomalyKind.SwappedBibs, Severity = AnomalySeverity.Severe, State = AnomalyState.Open, RaceId = "marathon", Bibs = { "1", "2" },
            Summary = "Bibs 1 and 2 seem to have been swapped <b>.",
            Evidence = { new AnomalyReading { TimingPointId = "stadium", Bib = "1", Chip = "AA1", Time = FakeMeet.Gun, Text = "read with the wave of bib 2" } },
            Suggestions = { new Adjudication { RaceId = "marathon", Bib = "1", BibSwap = new BibSwap { OtherBib = "2" }, Note = "They wore each other's bib." } },
        });
        Anomalies.Add(new Anomaly
        {
            AnomalyId = "unknown-chip-7", Kind = AnomalyKind.UnknownChip, Severity = AnomalySeverity.Notice, State = AnomalyState.Open, Summary = "Chip ZZ9 was read, and nobody wears it.",
            Evidence = { new AnomalyReading { TimingPointId = "bridge", Chip = "ZZ9", Time = FakeMeet.Gun, Text = "read" } },
        });
        Anomalies.Add(new Anomaly { AnomalyId = "late-start-3", Kind = AnomalyKind.LateStart, Severity = AnomalySeverity.Warning, State = AnomalyState.Dismissed, RaceId = "marathon", Bibs = { "4" }, Summary = "Bib 4 started late.", AdjudicationId = "d-77" });
    }

    private Adjudication Find(string race, string id) => Adjudications.Find(adjudication => adjudication.RaceId == race && adjudication.AdjudicationId == id)
        ?? throw new RpcException(new Status(StatusCode.NotFound, $"There is no decision '{id}'."));
}
