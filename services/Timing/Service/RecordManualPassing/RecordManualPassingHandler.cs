using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.RecordManualPassing;

/// <summary>
/// Records a crossing that a person timed, beside what the chips left and never instead of it: which of them counts is decided
/// by its priority, in Results, and changes when either comes or goes.
/// </summary>
internal sealed class RecordManualPassingHandler(MeetRegistry registry, ResidentMeets meets, ManualPassingValidator validator)
{
    internal async Task<RecordManualPassingResponse> HandleAsync(RecordManualPassingRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        var row = validator.Validate(request);
        await registry.RequireBibAsync(request.MeetId, row.Bib, cancellationToken);
        return await meets.WriterOf(request.MeetId).AnswerOnceAsync(
            request.RequestId,
            async (state, transaction, token) =>
            {
                if (!state.Points.ContainsKey(row.TimingPointId))
                {
                    throw RefusalException.NotFound("TIMING_POINT_UNKNOWN", $"Timing point '{row.TimingPointId}' is not known in meet '{request.MeetId}'.");
                }

                return new RecordManualPassingResponse { ManualPassing = await SaveAsync(transaction, row, token) };
            },
            cancellationToken);
    }

    private static async Task<ManualPassing> SaveAsync(ChangelogTransaction transaction, ManualPassingRow row, CancellationToken cancellationToken)
    {
        await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
        if (await context.ManualPassings.AsNoTracking().FirstOrDefaultAsync(known => known.MeetId == row.MeetId && known.ManualPassingId == row.ManualPassingId, cancellationToken) is { } existing)
        {
            return Repeats(row, existing)
                ? ManualPassingMessage.Of(existing)
                : throw new RefusalException(RefusalKind.AlreadyExists, "ID_DUPLICATE", $"Manual passing '{row.ManualPassingId}' exists with other content: revoke it and record another.");
        }

        if (await ManualPassingLog.Counting(context, row.MeetId, row.TimingPointId, row.Bib).CountAsync(cancellationToken) >= Limits.ManualPassingsPerBib
            || await context.ManualPassings.CountAsync(known => known.MeetId == row.MeetId, cancellationToken) >= Limits.ManualPassings)
        {
            throw new RefusalException(
                RefusalKind.ResourceExhausted,
                "TOO_MANY_MANUAL_PASSINGS",
                $"A bib has at most {Limits.ManualPassingsPerBib} manual passings at a timing point, a meet {Limits.ManualPassings}: revoke those of bib '{row.Bib}' at '{row.TimingPointId}' that are wrong.");
        }

        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        await ManualPassingLog.AppendAsync(context, transaction, row.TimingPointId, row.Bib, cancellationToken);
        return ManualPassingMessage.Of(row);
    }

    /// <summary>Whether a row says what another one said, whenever it was recorded.</summary>
    private static bool Repeats(ManualPassingRow row, ManualPassingRow existing) =>
        (row.TimingPointId, row.Bib, row.TimeMicros, row.OverridesChip, row.WindowMicros) == (existing.TimingPointId, existing.Bib, existing.TimeMicros, existing.OverridesChip, existing.WindowMicros);
}
