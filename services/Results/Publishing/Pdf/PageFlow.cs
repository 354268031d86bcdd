using RaceSystem.Results.Publishing.Fonts;
using SkiaSharp;

namespace RaceSystem.Results.Publishing.Pdf;

/// <summary>
/// Pages one after the other. The content runs twice: first without a canvas, to count the pages, then to draw them; so
/// heights may depend on the content alone, never on what was drawn.
/// </summary>
internal sealed class PageFlow
{
    public const float Margin = 34;
    private const float HeaderHeight = 26;
    private const float FooterHeight = 22;

    private readonly SKDocument? _document;
    private readonly TextSetter _text;
    private readonly CancellationToken _cancellationToken;
    private bool _open;

    private PageFlow(SKDocument? document, TextSetter text, PageShape shape, int pages, CancellationToken cancellationToken)
    {
        _document = document;
        _text = text;
        _cancellationToken = cancellationToken;
        Shape = shape;
        Pages = pages;
    }

    public PageShape Shape { get; }

    /// <summary>Number of the page, from 1.</summary>
    public int Page { get; private set; }

    /// <summary>Pages in all; 0 while they are counted.</summary>
    public int Pages { get; }

    /// <summary>Where the next block begins, from the top.</summary>
    public float Y { get; set; }

    /// <summary>Draws what stands above and below on each page.</summary>
    public Action<Pen>? Frame { get; set; }

    /// <summary>Null while pages are counted.</summary>
    public Pen? Pen { get; private set; }

    public float Width => Shape.Width - (2 * Margin);

    private float Bottom => Shape.Height - Margin - FooterHeight;

    /// <summary>Runs the content and draws it.</summary>
    public static void Draw(SKDocument document, TextSetter text, PageShape shape, Action<PageFlow> content, CancellationToken cancellationToken)
    {
        var counting = new PageFlow(null, text, shape, 0, cancellationToken);
        content(counting);
        var drawing = new PageFlow(document, text, shape, counting.Page, cancellationToken);
        content(drawing);
        drawing.Close();
    }

    /// <summary>Begins a page.</summary>
    public void NewPage()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        Close();
        Page++;
        Y = Margin + HeaderHeight;
        if (_document is not null)
        {
            Pen = new Pen(_document.BeginPage(Shape.Width, Shape.Height), _text);
            _open = true;
            Frame?.Invoke(Pen);
        }
    }

    /// <summary>Begins a page when less than so much is left; true: it did.</summary>
    public bool Need(float height)
    {
        if (Y + height <= Bottom)
        {
            return false;
        }

        NewPage();
        return true;
    }

    private void Close()
    {
        if (_open)
        {
            Pen?.Dispose();
            _document!.EndPage();
            _open = false;
        }
    }
}
