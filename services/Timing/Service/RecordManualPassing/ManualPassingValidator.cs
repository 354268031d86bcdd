using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.RecordManualPassing;

/// <summary>Turns a request into a row, or refuses it and names the field.</summary>
internal sealed class ManualPassingValidator(TimeProvider time)
{
    internal ManualPassingRow Validate(RecordManualPassingRequest request)
    {
        var passing = request.ManualPassing ?? throw RefusalException.Invalid("MANUAL_PASSING_MISSING", "manual_passing", "is missing.");
        Identifier.Require(passing.TimingPointId, "manual_passing.timing_point_id");
        Identifier.RequireIfGiven(passing.ManualPassingId, "manual_passing.manual_passing_id");

        return new ManualPassingRow
        {
            MeetId = request.MeetId,
            ManualPassingId = passing.ManualPassingId.Length > 0 ? passing.ManualPassingId : $"m-{Guid.NewGuid():n}",
            TimingPointId = passing.TimingPointId,
            Bib = Bib.TryParse(passing.Bib, out var bib)
                ? bib.Text
                : throw RefusalException.Invalid("BIB_INVALID", "manual_passing.bib", $"is not a bib: use 1 to {Bib.MaxLength} letters, digits and '-'."),
            TimeMicros = RequireTime(passing).Micros,
            OverridesChip = passing.Priority switch
            {
                ManualPriority.Unspecified or ManualPriority.Fallback => false,
                ManualPriority.Override => true,
                _ => throw RefusalException.Invalid("PRIORITY_INVALID", "manual_passing.priority", $"{(int)passing.Priority} is not a priority."),
            },
            WindowMicros = RequireWindow(passing).Micros,
            RecordedBy = RequireText(passing.RecordedBy, "manual_passing.recorded_by", Limits.RecordedByLength, required: true),
            RecordMicros = Instant.From(time.GetUtcNow()).Micros,
            Note = RequireText(passing.Note, "manual_passing.note", Limits.NoteLength, required: false),
            RevokedBy = "",
            RevokedMicros = 0,
            RevokeNote = "",
        };
    }

    /// <summary>A text that a person has to give, or may; within its length.</summary>
    internal static string RequireText(string text, string field, int longest, bool required)
    {
        if (required && string.IsNullOrWhiteSpace(text))
        {
            throw RefusalException.Invalid("TEXT_MISSING", field, "is missing: what people correct is kept with who and why.");
        }

        return text.Length <= longest
            ? text
            : throw RefusalException.Invalid("TEXT_TOO_LONG", field, $"has {text.Length} characters: at most {longest}.");
    }

    private Instant RequireTime(ManualPassing passing)
    {
        if (passing.PassingTime is null)
        {
            throw RefusalException.Invalid("PASSING_TIME_MISSING", "manual_passing.passing_time", "is missing.");
        }

        var moment = Wire.InstantOf(passing.PassingTime, "manual_passing.passing_time");
        return moment >= Limits.EarliestTime && moment <= Instant.From(time.GetUtcNow().Add(Limits.TimeAhead))
            ? moment
            : throw RefusalException.Invalid("PASSING_TIME_OUT_OF_RANGE", "manual_passing.passing_time", $"is {moment}: it must lie between 1990 and a day ahead of now.");
    }

    private static Elapsed RequireWindow(ManualPassing passing)
    {
        var window = passing.Window is null ? Elapsed.From(Limits.DefaultManualWindow) : Wire.ElapsedOf(passing.Window, "manual_passing.window");
        return window >= Elapsed.Zero && window <= Elapsed.From(Limits.ManualWindow)
            ? window
            : throw RefusalException.Invalid("WINDOW_OUT_OF_RANGE", "manual_passing.window", $"is {window} s: it must lie between 0 and 1 h.");
    }
}
