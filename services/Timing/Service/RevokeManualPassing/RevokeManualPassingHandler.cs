using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.RecordManualPassing;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.RevokeManualPassing;

/// <summary>Takes a manual passing back, with who and why (invariant 4). A revoked one stays as it is.</summary>
internal sealed class RevokeManualPassingHandler(MeetRegistry registry, ResidentMeets meets, TimeProvider time)
{
    internal async Task<RevokeManualPassingResponse> HandleAsync(RevokeManualPassingRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        Identifier.Require(request.ManualPassingId, "manual_passing_id");
        ManualPassingValidator.RequireText(request.RevokedBy, "revoked_by", Limits.RecordedByLength, required: true);
        ManualPassingValidator.RequireText(request.Note, "note", Limits.NoteLength, required: true);
        return await meets.WriterOf(request.MeetId).AnswerOnceAsync(
            request.RequestId,
            async (_, transaction, token) =>
            {
                return new RevokeManualPassingResponse { ManualPassing = await SaveAsync(transaction, request, token) };
            },
            cancellationToken);
    }

    private async Task<ManualPassing> SaveAsync(ChangelogTransaction transaction, RevokeManualPassingRequest request, CancellationToken cancellationToken)
    {
        await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
        var row = await context.ManualPassings.AsTracking().FirstOrDefaultAsync(known => known.MeetId == request.MeetId && known.ManualPassingId == request.ManualPassingId, cancellationToken)
            ?? throw RefusalException.NotFound("MANUAL_PASSING_UNKNOWN", $"Manual passing '{request.ManualPassingId}' does not exist in meet '{request.MeetId}'.");
        if (row.RevokedMicros != 0)
        {
            throw new RefusalException(RefusalKind.FailedPrecondition, "MANUAL_PASSING_REVOKED", $"Manual passing '{request.ManualPassingId}' was taken back already, by {row.RevokedBy}.");
        }

        row.RevokedBy = request.RevokedBy;
        row.RevokedMicros = Instant.From(time.GetUtcNow()).Micros;
        row.RevokeNote = request.Note;
        await context.SaveChangesAsync(cancellationToken);
        await ManualPassingLog.AppendAsync(context, transaction, row.TimingPointId, row.Bib, cancellationToken);
        return ManualPassingMessage.Of(row);
    }
}
