namespace RaceSystem.Results.Publishing.Tables;

/// <summary>Text that people typed, made safe for files that spreadsheets open.</summary>
internal static class SpreadsheetText
{
    /// <summary>
    /// A spreadsheet runs a cell that begins so as a formula (CWE-1236): an apostrophe in front makes it text. Line breaks
    /// and other control characters, which tear rows apart, become spaces.
    /// </summary>
    public static string Safe(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var plain = text.Any(char.IsControl) ? string.Create(text.Length, text, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        }) : text;
        return plain.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? "'" + plain : plain;
    }
}
