namespace RaceSystem.Results.Publishing.Pdf;

/// <summary>Breaks a paragraph into lines at spaces, as English and Korean do.</summary>
internal static class LineBreaks
{
    public static IEnumerable<string> Of(string text, float width, Func<string, float> widthOf)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && widthOf(longer) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
