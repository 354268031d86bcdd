using System.Globalization;
using System.Text;

namespace RaceSystem.Results.Publishing.Fonts;

/// <summary>Text that people typed, as it may be printed.</summary>
internal static class PlainText
{
    /// <summary>
    /// Without control characters, marks that turn the direction of writing (a name could show another one), halves of
    /// characters, and characters that Unicode does not know. Line breaks become spaces.
    /// </summary>
    public static string Of(string typed)
    {
        if (typed.All(letter => letter is >= ' ' and <= '~'))
        {
            return typed;
        }

        var text = new StringBuilder(typed.Length);
        for (var at = 0; at < typed.Length;)
        {
            if (Rune.DecodeFromUtf16(typed.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                Append(text, rune);
            }

            at += Math.Max(1, length);
        }

        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                text.Append(rune.Value is '\t' or '\n' or '\r' or 0x2028 or 0x2029 ? " " : "");
                break;
            case UnicodeCategory.Format when !UnicodeRanges.IsJoiner(rune.Value):
            case UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate:
                break;
            default:
                text.Append(rune.ToString());
                break;
        }
    }
}
