using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace RaceSystem.Results.Tests.Publishing;

/// <summary>Reads a PDF back.</summary>
internal static class PdfText
{
    /// <summary>The text of each page as a reader copies it.</summary>
    public static string[] PagesOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => page.Text)];
    }

    /// <summary>The letters of the first line that has a text in Latin letters, from left to right.</summary>
    public static IReadOnlyList<Letter> LineOf(byte[] pdf, string text)
    {
        using var document = PdfDocument.Open(pdf);
        return document.GetPages()
            .SelectMany(page => page.Letters.GroupBy(letter => (page.Number, Math.Round(letter.StartBaseLine.Y))))
            .Select(line => line.OrderBy(letter => letter.BoundingBox.Left).ToList())
            .First(line => string.Concat(line.Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal).Contains(text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    /// <summary>The embedded glyphs of a page that stand for no character.</summary>
    public static int BoxesOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.GetPages().SelectMany(page => page.Letters).Count(letter => letter.Value.Length == 0 || letter.Value is "\0" or "\uFFFD");
    }
}
