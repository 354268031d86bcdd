using System.Globalization;
using System.Text;

namespace RaceSystem.Results.Publishing.Fonts;

/// <summary>What shaping has to know of code points.</summary>
internal static class UnicodeRanges
{
    /// <summary>Hangul, Han, kana and what is printed with them.</summary>
    public static bool IsEastAsian(int code) => code
        is (>= 0x1100 and <= 0x11FF) or (>= 0x2E80 and <= 0x9FFF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>Hebrew, Arabic, Syriac, Thaana, N'Ko and others that are written from right to left.</summary>
    public static bool IsRightToLeft(int code) => code is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    /// <summary>Letters and digits have a direction or belong to the text around them; the rest takes that of its neighbours.</summary>
    public static bool IsNeutral(Rune rune) => !Rune.IsLetterOrDigit(rune) && !IsMark(rune);

    /// <summary>Signs that stand on the letter before them.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Joiners carry spelling in Persian and Indian names; every other invisible character only serves to deceive.</summary>
    public static bool IsJoiner(int code) => code is 0x200C or 0x200D;
}
