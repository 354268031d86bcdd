using Google.Protobuf;
using RaceSystem.Kernel;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.RecordClockCorrection;

/// <summary>Records a correction of a device's clock; the passings that change with it are written in the same commit.</summary>
internal sealed class RecordClockCorrectionHandler(MeetRegistry registry, ResidentMeets meets, TimeProvider time)
{
    internal async Task<RecordClockCorrectionResponse> HandleAsync(RecordClockCorrectionRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        var message = request.ClockCorrection ?? throw RefusalException.Invalid("CORRECTION_MISSING", "clock_correction", "is missing.");
        var id = message.CorrectionId.Length == 0 ? $"c-{Guid.CreateVersion7():n}" : Identifier.Require(message.CorrectionId, "clock_correction.correction_id");
        var row = ClockCorrectionValidator.Validate(request.MeetId, id, message, "clock_correction", Instant.From(time.GetUtcNow()));
        return await meets.WriterOf(request.MeetId).AnswerOnceAsync(
            request.RequestId,
            async (state, transaction, token) =>
            {
                ClockChange.RequireRoom(state, row);
                await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
                context.Add(row);
                await context.SaveChangesAsync(token);
                state.Clocks.Take(row);
                return new RecordClockCorrectionResponse
                {
                    ClockCorrection = ClockCorrectionMessage.Of(row),
                    ChangedChipCount = ClockChange.Apply(state, transaction, row.DeviceId),
                };
            },
            cancellationToken);
    }
}
