using Google.Protobuf;
using RaceSystem.Kernel;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.RevokeClockCorrection;

/// <summary>Takes a correction back: it stays in the list and does not count any more (invariant 4).</summary>
internal sealed class RevokeClockCorrectionHandler(MeetRegistry registry, ResidentMeets meets, TimeProvider time)
{
    internal async Task<RevokeClockCorrectionResponse> HandleAsync(RevokeClockCorrectionRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        Identifier.Require(request.CorrectionId, "correction_id");
        Texts.RequireWho(request.RevokedBy, "revoked_by");
        Texts.RequireNote(request.Note, "note");
        return await meets.WriterOf(request.MeetId).AnswerOnceAsync(
            request.RequestId,
            async (state, transaction, token) =>
            {
                var row = Require(state, request);
                (row.RevokedBy, row.RevokedMicros, row.RevokeNote) = (request.RevokedBy, Instant.From(time.GetUtcNow()).Micros, request.Note);
                await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
                context.Update(row);
                await context.SaveChangesAsync(token);
                return new RevokeClockCorrectionResponse
                {
                    ClockCorrection = ClockCorrectionMessage.Of(row),
                    ChangedChipCount = ClockChange.Apply(state, transaction, row.DeviceId),
                };
            },
            cancellationToken);
    }

    private static ClockCorrectionRow Require(MeetState state, RevokeClockCorrectionRequest request)
    {
        if (!state.Clocks.Corrections.TryGetValue(request.CorrectionId, out var row))
        {
            throw RefusalException.NotFound("CORRECTION_UNKNOWN", $"Meet '{request.MeetId}' has no clock correction '{request.CorrectionId}': see ListClockCorrections.");
        }

        return row.RevokedMicros == 0
            ? row
            : throw new RefusalException(RefusalKind.FailedPrecondition, "CORRECTION_REVOKED", $"Correction '{request.CorrectionId}' was revoked before, by {row.RevokedBy}.");
    }
}
