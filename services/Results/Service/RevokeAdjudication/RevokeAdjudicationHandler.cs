using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.RevokeAdjudication;

/// <summary>Takes a decision back; it stays in the list.</summary>
internal sealed class RevokeAdjudicationHandler(AdjudicationSteps steps, TimeProvider time)
{
    public Task<RevokeAdjudicationResponse> HandleAsync(RevokeAdjudicationRequest request, CancellationToken cancellationToken)
    {
        Identifier.Require(request.RaceId, "race_id");
        Identifier.Require(request.AdjudicationId, "adjudication_id");
        AdjudicationForm.RequireText(request.RevokedBy, "revoked_by", AdjudicationForm.MaxPersonLength);
        AdjudicationForm.RequireText(request.Note, "note", AdjudicationForm.MaxNoteLength);
        var revocation = new Revocation { RevokedBy = request.RevokedBy, RevokeTime = Timestamp.FromDateTimeOffset(time.GetUtcNow()), Note = request.Note };
        return steps.TakeAsync(
            new AdjudicationStep(
                request.MeetId,
                request.RaceId,
                request.AdjudicationId,
                request.RequestId,
                "revoked",
                AdjudicationStates.RequireRevocable,
                standing => new Adjudication(standing) { Revocation = revocation }),
            request.Preview,
            (revoked, sequence, effect) => new RevokeAdjudicationResponse { Adjudication = revoked, ResultsSequence = sequence, Effect = effect },
            cancellationToken);
    }
}
