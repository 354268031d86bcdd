using RaceSystem.Results.Publishing.Fonts;
using SkiaSharp;

namespace RaceSystem.Results.Publishing.Pdf;

/// <summary>Where a text stands in its width.</summary>
internal enum Align
{
    Left,
    Centre,
    Right,
}

/// <summary>Size and look of a text.</summary>
internal readonly record struct TextStyle(float Size)
{
    public static readonly SKColor Black = new(0x14, 0x18, 0x1F);
    public static readonly SKColor Grey = new(0x5B, 0x64, 0x70);
    public static readonly SKColor Accent = new(0x0B, 0x3D, 0x91);

    public bool Bold { get; init; }

    /// <summary>Slanted; no font of its own is needed.</summary>
    public bool Italic { get; init; }

    public SKColor Color { get; init; } = Black;

    /// <summary>Part of a text that runs from left to right, even where it begins with a name that does not.</summary>
    public bool IsSentence { get; init; }

    public Align Align { get; init; }

    public HanForm Form { get; init; } = HanForm.Korean;
}

/// <summary>Draws on one page.</summary>
internal sealed class Pen(SKCanvas canvas, TextSetter text) : IDisposable
{
    private const float Slant = -0.22f;

    private readonly SKPaint _fill = new() { IsAntialias = true, Style = SKPaintStyle.Fill };
    private readonly SKPaint _line = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };

    /// <summary>A line of text on a baseline, inside a width.</summary>
    public void Text(string content, float x, float baseline, float width, TextStyle style)
    {
        if (content.Length == 0)
        {
            return;
        }

        var line = text.Fit(content, width, style);
        var left = style.Align switch { Align.Right => x + width - line.Width, Align.Centre => x + ((width - line.Width) / 2), _ => x };
        _fill.Color = style.Color;
        if (!style.Italic)
        {
            line.Draw(canvas, left, baseline, _fill);
            return;
        }

        canvas.Save();
        canvas.Translate(left, baseline);
        canvas.Skew(Slant, 0);
        line.Draw(canvas, 0, 0, _fill);
        canvas.Restore();
    }

    public void Line(float x1, float y1, float x2, float y2, float thickness, SKColor color)
    {
        _line.Color = color;
        _line.StrokeWidth = thickness;
        canvas.DrawLine(x1, y1, x2, y2, _line);
    }

    public void Frame(float x, float y, float width, float height, float thickness, SKColor color)
    {
        _line.Color = color;
        _line.StrokeWidth = thickness;
        canvas.DrawRect(x, y, width, height, _line);
    }

    public void Fill(float x, float y, float width, float height, SKColor color)
    {
        _fill.Color = color;
        canvas.DrawRect(x, y, width, height, _fill);
    }

    public void Dispose()
    {
        _fill.Dispose();
        _line.Dispose();
    }
}
