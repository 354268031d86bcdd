using SkiaSharp;

namespace RaceSystem.Results.Publishing.Fonts;

/// <summary>Glyphs of one face in a row, ready to be drawn.</summary>
/// <param name="Font">Face and size; the face owns it.</param>
/// <param name="Glyphs">In the order in which they stand from left to right.</param>
/// <param name="Places">Of each glyph from the run's origin, in points.</param>
/// <param name="Width">Of the run, in points.</param>
internal sealed record ShapedRun(SKFont Font, ushort[] Glyphs, SKPoint[] Places, float Width)
{
    public void Draw(SKCanvas canvas, float x, float y, SKPaint paint)
    {
        if (Glyphs.Length == 0)
        {
            return;
        }

        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(Glyphs, Font, Places);
        using var blob = builder.Build();
        canvas.DrawText(blob, x, y, paint);
    }
}
