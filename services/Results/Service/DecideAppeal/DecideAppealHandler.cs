using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.DecideAppeal;

/// <summary>Decides an appeal, late or in time; upheld, the decision is revoked with it.</summary>
internal sealed class DecideAppealHandler(SettledMeets meets, AdjudicationLog adjudications, TimeProvider time, ILogger<DecideAppealHandler> log)
{
    public async Task<DecideAppealResponse> HandleAsync(DecideAppealRequest request, CancellationToken cancellationToken)
    {
        Identifier.Require(request.RaceId, "race_id");
        Identifier.Require(request.AdjudicationId, "adjudication_id");
        AdjudicationForm.RequireText(request.DecidedBy, "decided_by", AdjudicationForm.MaxPersonLength);
        AdjudicationForm.RequireText(request.DecisionNote, "decision_note", AdjudicationForm.MaxNoteLength);
        if (request.Outcome is not (AppealState.Upheld or AppealState.Rejected or AppealState.Withdrawn))
        {
            throw RefusalException.Invalid("ADJUDICATION_INVALID", "outcome", "must be UPHELD, REJECTED or WITHDRAWN.");
        }

        var meet = await meets.FindAsync(request.MeetId, _ => true, cancellationToken);
        var now = Timestamp.FromDateTimeOffset(time.GetUtcNow());
        var known = AdjudicationLog.Require(meet.Scorer.Adjudications.Find(request.RaceId, request.AdjudicationId), request.RaceId, request.AdjudicationId);
        var effect = known.Appeal is null ? new AdjudicationEffect() : AdjudicationEffects.Of(meet, Decided(known, request, now));
        if (request.Preview)
        {
            AdjudicationStates.RequireAppealed(known);
            return new DecideAppealResponse { Adjudication = Decided(known, request, now), Effect = effect };
        }

        var response = await adjudications.ChangeAsync(
            request.MeetId,
            request.RequestId,
            request.RaceId,
            request.AdjudicationId,
            latest =>
            {
                var appealed = AdjudicationLog.Require(latest, request.RaceId, request.AdjudicationId);
                AdjudicationStates.RequireAppealed(appealed);
                return Decided(appealed, request, now);
            },
            (decided, sequence) => new DecideAppealResponse { Adjudication = decided, ResultsSequence = sequence, Effect = effect },
            cancellationToken);
        log.AdjudicationChanged(request.MeetId, request.RaceId, request.AdjudicationId, $"{known.DecisionCase}", $"appeal {request.Outcome}");
        return response;
    }

    private static Adjudication Decided(Adjudication appealed, DecideAppealRequest request, Timestamp now)
    {
        var decided = appealed.Clone();
        decided.Appeal.State = request.Outcome;
        decided.Appeal.DecidedBy = request.DecidedBy;
        decided.Appeal.DecideTime = now;
        decided.Appeal.DecisionNote = request.DecisionNote;
        if (request.Outcome == AppealState.Upheld)
        {
            decided.Revocation = new Revocation { RevokedBy = request.DecidedBy, RevokeTime = now, Note = request.DecisionNote };
        }

        return decided;
    }
}
