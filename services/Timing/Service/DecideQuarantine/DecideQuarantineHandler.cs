using System.Globalization;
using Google.Protobuf;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Quarantines;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.DecideQuarantine;

/// <summary>
/// Decides what becomes of the reads of a quarantine; passings follow in the same commit, and reads that come later follow
/// the decision. A correction is a record of its own, which a further decision revokes.
/// </summary>
internal sealed class DecideQuarantineHandler(MeetRegistry registry, ResidentMeets meets, TimeProvider time)
{
    internal async Task<DecideQuarantineResponse> HandleAsync(DecideQuarantineRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        Validate(request);
        return await meets.WriterOf(request.MeetId).AnswerOnceAsync(
            request.RequestId,
            (state, transaction, token) => DecideAsync(state, transaction, request, token),
            cancellationToken);
    }

    private async Task<DecideQuarantineResponse> DecideAsync(MeetState state, ChangelogTransaction transaction, DecideQuarantineRequest request, CancellationToken cancellationToken)
    {
        var now = Instant.From(time.GetUtcNow());
        var row = state.Clocks.Quarantines.GetValueOrDefault(request.QuarantineId)
            ?? throw RefusalException.NotFound("QUARANTINE_UNKNOWN", $"Meet '{request.MeetId}' has no quarantine '{request.QuarantineId}': see ListQuarantines.");
        var range = DecisionRange.Of(row, request);
        var previous = QuarantineCorrection.Find(state, row.QuarantineId);
        var correction = request.Decision == QuarantineDecision.Correct ? CorrectionOf(state, row, request, range, now) : null;

        // Nothing is refused from here on.
        await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
        if (previous is not null)
        {
            (previous.RevokedBy, previous.RevokedMicros, previous.RevokeNote) = (request.DecidedBy, now.Micros, "The quarantine was decided anew.");
            context.Update(previous);
        }

        if (correction is not null)
        {
            context.Add(correction);
            state.Clocks.Take(correction);
        }

        (row.FromMicros, row.ToMicros) = (range.From, range.To);
        Decide(row, request, now, request.Note);
        context.Update(row);
        foreach (var other in Inside(state, row))
        {
            Decide(other, request, now, $"With {row.QuarantineId}.");
            context.Update(other);
        }

        await context.SaveChangesAsync(cancellationToken);
        return new DecideQuarantineResponse
        {
            ChangedChipCount = ClockChange.Apply(state, transaction, row.DeviceId),
            Quarantine = QuarantineMessage.Of(row, QuarantineReads.Count(state, [row])[row.QuarantineId], correction),
        };
    }

    /// <summary>Open ones of the same fault that lie in the decided range follow.</summary>
    private static List<QuarantineRow> Inside(MeetState state, QuarantineRow decided) => [.. state.Clocks.Quarantines.Values.Where(other =>
        other != decided && other.DeviceId == decided.DeviceId && other.Fault == decided.Fault && other.State == QuarantineStates.Open
        && QuarantinePlan.RangeOf(decided).Covers(QuarantinePlan.RangeOf(other)))];

    private static ClockCorrectionRow CorrectionOf(MeetState state, QuarantineRow row, DecideQuarantineRequest request, DeviceTimeRange range, Instant now)
    {
        var message = request.Correction.Clone();
        message.DeviceId = row.DeviceId;
        message.RecordedBy = request.DecidedBy;
        message.Note = request.Note;
        message.FromDeviceTime ??= Wire.TimestampOf(new Instant(range.From));
        message.ToDeviceTime ??= Wire.TimestampOf(new Instant(range.To + 1));
        var correction = ClockCorrectionValidator.Validate(request.MeetId, QuarantineCorrection.NextId(state, row.QuarantineId), message, "correction", now);
        ClockChange.RequireRoom(state, correction);
        return correction;
    }

    private static void Decide(QuarantineRow row, DecideQuarantineRequest request, Instant now, string note)
    {
        var before = row.State == QuarantineStates.Open
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" (Before: {row.State} by {row.DecidedBy} at {new Instant(row.DecidedMicros)}. {row.Note})");
        row.State = request.Decision == QuarantineDecision.Discard ? QuarantineStates.Discarded : QuarantineStates.Released;
        (row.DecidedBy, row.DecidedMicros) = (request.DecidedBy, now.Micros);
        var text = note + before;
        row.Note = text.Length <= Limits.NoteLength ? text : text[..Limits.NoteLength];
    }

    private static void Validate(DecideQuarantineRequest request)
    {
        Identifier.Require(request.QuarantineId, "quarantine_id");
        Texts.RequireWho(request.DecidedBy, "decided_by");
        Texts.RequireNote(request.Note, "note");
        if (request.Decision is not (QuarantineDecision.Release or QuarantineDecision.Correct or QuarantineDecision.Discard))
        {
            throw RefusalException.Invalid("DECISION_INVALID", "decision", "is missing: RELEASE, CORRECT or DISCARD.");
        }

        if (request.Decision == QuarantineDecision.Correct && request.Correction?.Offset is null)
        {
            throw RefusalException.Invalid("OFFSET_MISSING", "correction.offset", "is missing: say what must be added to the device time. The suspected offset of the quarantine is a suggestion, never taken by itself.");
        }

        if (request.Decision != QuarantineDecision.Correct && request.Correction is not null)
        {
            throw RefusalException.Invalid("DECISION_INVALID", "correction", "goes with the decision CORRECT alone.");
        }
    }
}
