using RaceSystem.Results.Publishing.Fonts;
using SkiaSharp;

namespace RaceSystem.Results.Publishing.Pdf;

/// <summary>Writes a PDF. Pages go to the stream as they are done; fonts are embedded with the glyphs that were used.</summary>
internal static class PdfFile
{
    private const string Producer = "RaceSystem";

    public static void Write(Stream stream, string title, FontFolders fonts, PageShape shape, Action<PageFlow> content, CancellationToken cancellationToken)
    {
        using var text = new TextSetter(fonts);
        using var output = new SKManagedWStream(stream, disposeManagedStream: false);
        using var document = SKDocument.CreatePdf(output, new SKDocumentPdfMetadata
        {
            Title = PlainText.Of(title),
            Creator = Producer,
            Producer = Producer,
            RasterDpi = 72,
            EncodingQuality = 100,
        });
        try
        {
            PageFlow.Draw(document, text, shape, content, cancellationToken);
            document.Close();
        }
        catch
        {
            document.Abort();
            throw;
        }
    }
}
