using System.Globalization;
using RaceSystem.Results.Publishing.Pdf;

namespace RaceSystem.Results.Publishing.Fonts;

/// <summary>Sets lines of text of any scripts. For one document, on one thread.</summary>
internal sealed class TextSetter(FontFolders folders) : IDisposable
{
    /// <summary>How far a text that is too long is set smaller before its end is cut.</summary>
    private const float Smallest = 0.75f;

    /// <summary>Times and places come again and again; each is shaped once.</summary>
    private const int MostKept = 50_000;
    private const int LongestKept = 9;

    private readonly FontShelf _shelf = new(folders);
    private readonly Dictionary<(string Text, float Size, bool Bold), ShapedLine> _kept = [];

    public void Dispose() => _shelf.Dispose();

    /// <summary>A line as long as it becomes.</summary>
    public ShapedLine Set(string text, TextStyle style) => SetPlain(PlainText.Of(text), style);

    /// <summary>A line that fits: set smaller when it is too long, and cut with an ellipsis when that is not enough.</summary>
    public ShapedLine Fit(string text, float width, TextStyle style)
    {
        var plain = PlainText.Of(text);
        var line = SetPlain(plain, style);
        if (line.Width <= width)
        {
            return line;
        }

        // In steps of a tenth: each size is a font of its own in memory.
        var smaller = style with { Size = Math.Max(style.Size * Smallest, MathF.Floor(style.Size * (width / line.Width) * 10) / 10) };
        line = SetPlain(plain, smaller);
        return line.Width <= width ? line : Cut(plain, width, smaller);
    }

    private ShapedLine Cut(string text, float width, TextStyle style)
    {
        var ends = StringInfo.ParseCombiningCharacters(text);
        var (fits, tooLong) = (0, ends.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (SetPlain(text[..ends[middle]] + "…", style).Width <= width)
            {
                fits = middle;
            }
            else
            {
                tooLong = middle;
            }
        }

        return SetPlain(text[..ends[fits]].TrimEnd() + "…", style);
    }

    private ShapedLine SetPlain(string text, TextStyle style)
    {
        if (text.Length > LongestKept || !text.All(char.IsAscii))
        {
            return Shape(text, style);
        }

        if (!_kept.TryGetValue((text, style.Size, style.Bold), out var line))
        {
            line = Shape(text, style);
            if (_kept.Count < MostKept)
            {
                _kept.Add((text, style.Size, style.Bold), line);
            }
        }

        return line;
    }

    private ShapedLine Shape(string text, TextStyle style)
    {
        var runs = new List<ShapedRun>();
        foreach (var (face, part, rightToLeft) in TextRuns.Of(text, style.IsSentence, rune => _shelf.FaceOf(rune, style.Bold, style.Form)))
        {
            runs.Add(face.Shape(part, style.Size, rightToLeft));
        }

        return new ShapedLine(runs, runs.Sum(run => run.Width));
    }
}
