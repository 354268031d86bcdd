namespace RaceSystem.Racectl.Adjudications;

/// <summary>Bibs in an order, as people write them down.</summary>
internal static class BibFile
{
    /// <summary>Bibs between commas or blanks.</summary>
    public static IReadOnlyList<string> Split(string text) =>
        text.Split([',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The first word of every line: a recorder's list may have times after the bib. Empty lines and a heading are passed over.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        try
        {
            return [.. File.ReadLines(path).Select(line => Split(line) is [var bib, ..] ? bib : "").Where((bib, line) => bib.Length > 0 && (line > 0 || !bib.Equals("bib", StringComparison.OrdinalIgnoreCase)))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {exception.Message}");
        }
    }
}
