using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.RecordAdjudication;

/// <summary>Records a decision, or tells what it would change.</summary>
internal sealed class RecordAdjudicationHandler(SettledMeets meets, AdjudicationLog adjudications, TimeProvider time)
{
    public async Task<RecordAdjudicationResponse> HandleAsync(RecordAdjudicationRequest request, CancellationToken cancellationToken)
    {
        Identifier.Require(request.MeetId, "meet_id");
        AdjudicationForm.Require(request.Adjudication);
        var adjudication = request.Adjudication.Clone();
        var meet = await meets.FindAsync(request.MeetId, standings => IsComplete(adjudication, standings), cancellationToken);
        if (adjudication.RaceId.Length == 0 && AdjudicationReferences.FindRunner(meet.Standings, adjudication.Bib) is { Race: { } race } found)
        {
            adjudication.RaceId = race.EntryOf(found.Runner).EnteredRaceId;
        }

        adjudication.AdjudicationId = adjudication.AdjudicationId.Length > 0 ? adjudication.AdjudicationId : $"d-{Guid.NewGuid():n}"[..14];
        if (request.Preview)
        {
            Check(adjudication, meet.Scorer.Adjudications.Find(adjudication.RaceId, adjudication.AdjudicationId), meet);
        }

        adjudication.DecideTime = DecideTime(meet.Scorer);
        var effect = AdjudicationEffects.Of(meet, adjudication);
        return request.Preview
            ? new RecordAdjudicationResponse { Adjudication = adjudication, Effect = effect }
            : await CommitAsync(request, adjudication, meet, effect, cancellationToken);
    }

    private Task<RecordAdjudicationResponse> CommitAsync(RecordAdjudicationRequest request, Adjudication adjudication, KnownMeet meet, AdjudicationEffect effect, CancellationToken cancellationToken)
    {
        return adjudications.ChangeAsync(
            new AdjudicationChange(request.MeetId, adjudication.RaceId, adjudication.AdjudicationId, request.RequestId, "recorded", Record),
            (recorded, sequence) => new RecordAdjudicationResponse { Adjudication = recorded, ResultsSequence = sequence, Effect = effect },
            cancellationToken);

        // Checked inside the commit: a request sent again gets its first answer, though the decision no longer fits because of itself.
        Adjudication Record(Adjudication? latest)
        {
            Check(adjudication, latest, meet);
            adjudication.DecideTime = DecideTime(meet.Scorer);
            return adjudication;
        }
    }

    private Timestamp DecideTime(MeetScorer scorer) => Timestamp.FromDateTimeOffset(scorer.Adjudications.NextDecideTime(time.GetUtcNow()).ToDateTimeOffset());

    private static bool IsComplete(Adjudication adjudication, Core.Standings.MeetStandings standings) =>
        adjudication.RaceId.Length == 0
            ? AdjudicationReferences.FindRunner(standings, adjudication.Bib).Race is not null
            : AdjudicationReferences.Hold(adjudication, standings);

    /// <summary>Suspicions of a cut below the threshold are listed, too, by whoever asks for them.</summary>
    private static bool IsKnown(string anomalyId, KnownMeet meet) =>
        meet.Scorer.Anomalies().Any(anomaly => anomaly.AnomalyId == anomalyId) || meet.Standings.Races.Any(race => SuspectedCuts.Knows(race, anomalyId));

    private static void Check(Adjudication adjudication, Adjudication? latest, KnownMeet meet)
    {
        AdjudicationReferences.Require(adjudication, meet.Standings);
        meet.Scorer.Adjudications.RequireRoomFor(adjudication);
        if (adjudication.AnomalyDismissal is { AnomalyId: var anomalyId } && !IsKnown(anomalyId, meet))
        {
            throw new RefusalException(RefusalKind.NotFound, "ANOMALY_UNKNOWN", $"There is no anomaly '{anomalyId}'; ListAnomalies lists them. One that is gone needs no dismissal.");
        }

        if (latest is not null)
        {
            throw new RefusalException(
                RefusalKind.AlreadyExists,
                "ADJUDICATION_EXISTS",
                $"There is an adjudication '{adjudication.AdjudicationId}' in race '{adjudication.RaceId}' already; decisions are never changed: revoke it and record another one.");
        }
    }
}
