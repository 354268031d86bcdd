namespace RaceSystem.Registration.Core;

/// <summary>What any text that people type has to keep: no control characters (they break exports, and PostgreSQL stores no
/// NUL), and a length. Empty texts are fine: a race may be held without names.</summary>
internal static class TextRule
{
    /// <summary>Gives the text without surrounding blanks, or an empty one and a violation.</summary>
    public static string Read(string? text, int maxLength, string field, Violations violations)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length > maxLength)
        {
            violations.Add(field, Reasons.TextInvalid, $"has {trimmed.Length} characters; at most {maxLength} are kept.");
            return "";
        }

        if (trimmed.Any(char.IsControl))
        {
            violations.Add(field, Reasons.TextInvalid, "holds a control character; remove it.");
            return "";
        }

        return trimmed;
    }
}
