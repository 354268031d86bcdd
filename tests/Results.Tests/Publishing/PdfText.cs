using UglyToad.PdfPig;

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

    /// <summary>The embedded glyphs of a page that stand for no character.</summary>
    public static int BoxesOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.GetPages().SelectMany(page => page.Letters).Count(letter => letter.Value.Length == 0 || letter.Value is "\0" or "\uFFFD");
    }
}
