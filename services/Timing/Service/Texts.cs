using RaceSystem.Kernel;

namespace RaceSystem.Timing.Service;

/// <summary>Who did it and why, as every record of a correction wants it.</summary>
internal static class Texts
{
    internal static void RequireWho(string who, string field)
    {
        if (string.IsNullOrWhiteSpace(who))
        {
            throw RefusalException.Invalid("NAME_MISSING", field, "is missing: say who does this, and from what.");
        }

        RequireShortName(who, field);
    }

    /// <summary>A name that may be left out.</summary>
    internal static void RequireShortName(string who, string field)
    {
        if (who.Length > Limits.RecordedByLength)
        {
            throw RefusalException.Invalid("NAME_TOO_LONG", field, $"has {who.Length} characters: at most {Limits.RecordedByLength}.");
        }
    }

    internal static void RequireNote(string note, string field)
    {
        if (note.Length > Limits.NoteLength)
        {
            throw RefusalException.Invalid("NOTE_TOO_LONG", field, $"has {note.Length} characters: at most {Limits.NoteLength}.");
        }
    }
}
