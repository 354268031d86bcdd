using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.RevokeAdjudication;

/// <summary>Takes a decision back; it stays in the list.</summary>
internal sealed class RevokeAdjudicationHandler(SettledMeets meets, AdjudicationLog adjudications, TimeProvider time, ILogger<RevokeAdjudicationHandler> log)
{
    public async Task<RevokeAdjudicationResponse> HandleAsync(RevokeAdjudicationRequest request, CancellationToken cancellationToken)
    {
        Identifier.Require(request.RaceId, "race_id");
        Identifier.Require(request.AdjudicationId, "adjudication_id");
        AdjudicationForm.RequireText(request.RevokedBy, "revoked_by", AdjudicationForm.MaxPersonLength);
        AdjudicationForm.RequireText(request.Note, "note", AdjudicationForm.MaxNoteLength);
        var meet = await meets.FindAsync(request.MeetId, _ => true, cancellationToken);
        var now = Timestamp.FromDateTimeOffset(time.GetUtcNow());
        var known = AdjudicationLog.Require(meet.Scorer.Adjudications.Find(request.RaceId, request.AdjudicationId), request.RaceId, request.AdjudicationId);
        var effect = AdjudicationEffects.Of(meet, Revoked(known, request, now));
        if (request.Preview)
        {
            AdjudicationStates.RequireRevocable(known);
            return new RevokeAdjudicationResponse { Adjudication = Revoked(known, request, now), Effect = effect };
        }

        var response = await adjudications.ChangeAsync(
            request.MeetId,
            request.RequestId,
            request.RaceId,
            request.AdjudicationId,
            latest =>
            {
                var standing = AdjudicationLog.Require(latest, request.RaceId, request.AdjudicationId);
                AdjudicationStates.RequireRevocable(standing);
                return Revoked(standing, request, now);
            },
            (revoked, sequence) => new RevokeAdjudicationResponse { Adjudication = revoked, ResultsSequence = sequence, Effect = effect },
            cancellationToken);
        log.AdjudicationChanged(request.MeetId, request.RaceId, request.AdjudicationId, $"{known.DecisionCase}", "revoked");
        return response;
    }

    private static Adjudication Revoked(Adjudication standing, RevokeAdjudicationRequest request, Timestamp now) =>
        new(standing) { Revocation = new Revocation { RevokedBy = request.RevokedBy, RevokeTime = now, Note = request.Note } };
}
