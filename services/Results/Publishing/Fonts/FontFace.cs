using HarfBuzzSharp;
using SkiaSharp;
using HarfBuzzBuffer = HarfBuzzSharp.Buffer;

namespace RaceSystem.Results.Publishing.Fonts;

/// <summary>One face of a font file: tells what it can draw and shapes text. For one document, on one thread.</summary>
internal sealed class FontFace : IDisposable
{
    /// <summary>No fi in one glyph: a reader of the file must find the name Griffith. Ligatures that a script requires stay.</summary>
    private static readonly Feature[] Plain = [new Feature(Tag.Parse("liga"), 0), new Feature(Tag.Parse("clig"), 0)];

    private readonly SKTypeface _typeface;
    private readonly Blob _blob;
    private readonly Face _face;
    private readonly HarfBuzzSharp.Font _shaper;
    private readonly SKFont _asked;
    private readonly Dictionary<float, SKFont> _sizes = [];
    private readonly HarfBuzzBuffer _buffer = new();

    private FontFace(SKTypeface typeface, string path, int index)
    {
        _typeface = typeface;
        _blob = Blob.FromFile(path);
        _face = new Face(_blob, index);
        _shaper = new HarfBuzzSharp.Font(_face);
        _shaper.SetFunctionsOpenType();
        _shaper.SetScale(_face.UnitsPerEm, _face.UnitsPerEm);
        _asked = new SKFont(typeface);
    }

    /// <summary>Opens a face; null: the file holds none of that number that can be read.</summary>
    public static FontFace? Open(string path, int index) => SKTypeface.FromFile(path, index) is { } typeface ? new FontFace(typeface, path, index) : null;

    /// <summary>Whether it has a glyph of its own for a code point.</summary>
    public bool Has(int codePoint) => _asked.GetGlyph(codePoint) != 0;

    /// <summary>Glyphs and their places for text of one direction.</summary>
    public ShapedRun Shape(string text, float size, bool rightToLeft)
    {
        _buffer.ClearContents();
        _buffer.AddUtf16(text);
        _buffer.GuessSegmentProperties();
        _buffer.Direction = rightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        _shaper.Shape(_buffer, Plain);
        var glyphs = _buffer.GetGlyphInfoSpan();
        var places = _buffer.GetGlyphPositionSpan();
        var ids = new ushort[glyphs.Length];
        var points = new SKPoint[glyphs.Length];
        var (scale, x) = (size / _face.UnitsPerEm, 0f);
        for (var i = 0; i < glyphs.Length; i++)
        {
            ids[i] = (ushort)glyphs[i].Codepoint;
            points[i] = new SKPoint(x + (places[i].XOffset * scale), -places[i].YOffset * scale);
            x += places[i].XAdvance * scale;
        }

        return new ShapedRun(FontOf(size), ids, points, x);
    }

    public void Dispose()
    {
        foreach (var font in _sizes.Values)
        {
            font.Dispose();
        }

        _asked.Dispose();
        _buffer.Dispose();
        _shaper.Dispose();
        _face.Dispose();
        _blob.Dispose();
        _typeface.Dispose();
    }

    private SKFont FontOf(float size)
    {
        if (!_sizes.TryGetValue(size, out var font))
        {
            font = new SKFont(_typeface, size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
            _sizes.Add(size, font);
        }

        return font;
    }
}
