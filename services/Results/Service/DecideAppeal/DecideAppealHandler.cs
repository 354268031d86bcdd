using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.DecideAppeal;

/// <summary>Decides an appeal, late or in time; upheld, the decision is revoked with it.</summary>
internal sealed class DecideAppealHandler(AdjudicationSteps steps, TimeProvider time)
{
    public Task<DecideAppealResponse> HandleAsync(DecideAppealRequest request, CancellationToken cancellationToken)
    {
        Identifier.Require(request.RaceId, "race_id");
        Identifier.Require(request.AdjudicationId, "adjudication_id");
        AdjudicationForm.RequireText(request.DecidedBy, "decided_by", AdjudicationForm.MaxPersonLength);
        AdjudicationForm.RequireText(request.DecisionNote, "decision_note", AdjudicationForm.MaxNoteLength);
        if (request.Outcome is not (AppealState.Upheld or AppealState.Rejected or AppealState.Withdrawn))
        {
            throw RefusalException.Invalid("ADJUDICATION_INVALID", "outcome", "must be UPHELD, REJECTED or WITHDRAWN.");
        }

        var now = Timestamp.FromDateTimeOffset(time.GetUtcNow());
        return steps.TakeAsync(
            new AdjudicationStep(
                request.MeetId,
                request.RaceId,
                request.AdjudicationId,
                request.RequestId,
                $"appeal {request.Outcome}",
                AdjudicationStates.RequireAppealed,
                appealed => Decided(appealed, request, now)),
            request.Preview,
            (decided, sequence, effect) => new DecideAppealResponse { Adjudication = decided, ResultsSequence = sequence, Effect = effect },
            cancellationToken);
    }

    private static Adjudication Decided(Adjudication appealed, DecideAppealRequest request, Timestamp now)
    {
        var decided = appealed.Clone();
        decided.Appeal ??= new Appeal();
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
