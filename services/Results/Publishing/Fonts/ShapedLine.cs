using SkiaSharp;

namespace RaceSystem.Results.Publishing.Fonts;

/// <summary>A line of text of any scripts, ready to be drawn.</summary>
internal sealed record ShapedLine(IReadOnlyList<ShapedRun> Runs, float Width)
{
    public void Draw(SKCanvas canvas, float x, float y, SKPaint paint)
    {
        foreach (var run in Runs)
        {
            run.Draw(canvas, x, y, paint);
            x += run.Width;
        }
    }
}
