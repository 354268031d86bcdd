using System.Globalization;
using System.Text;
using RaceSystem.Kernel;

namespace RaceSystem.Results.Publishing.Fonts;

/// <summary>
/// The fonts of a document: the first that has a glyph draws it. Opened when they are first needed; for one document, on
/// one thread.
/// </summary>
internal sealed class FontShelf(FontFolders folders) : IDisposable
{
    /// <summary>Latin, Greek and Cyrillic; the shelf is of no use without one of these.</summary>
    private static readonly string[] Main = ["NotoSans", "DejaVuSans", "LiberationSans", "Arial", "arial"];

    /// <summary>Scripts that names come in, the frequent ones first; all others follow by name.</summary>
    private static readonly string[] Scripts = ["Ethiopic", "Arabic", "Devanagari", "Thai", "Hebrew", "Georgian", "Armenian", "Bengali", "Tamil", "Symbols", "Symbols2", "Math"];

    private static readonly string[] EastAsian = ["NotoSansCJK-{0}.ttc", "NotoSerifCJK-{0}.ttc", "DroidSansFallbackFull.ttf", "wqy-zenhei.ttc", "NanumGothic.ttf"];

    private readonly Dictionary<(string File, int Index), FontFace?> _open = [];
    private readonly Dictionary<(int Code, bool Bold, HanForm Form), FontFace?> _chosen = [];
    private readonly string[] _others = [.. folders.FindAll("NotoSans", "-Regular.ttf")];

    /// <summary>
    /// The face that draws a code point; null: no font has it, though those that should are installed.
    /// </summary>
    /// <exception cref="RefusalException">The fonts of its script are not installed (<c>FONT_MISSING</c>); the message names Debian's package.</exception>
    public FontFace? FaceOf(Rune rune, bool bold, HanForm form)
    {
        var key = (rune.Value, bold, UnicodeRanges.IsEastAsian(rune.Value) ? form : HanForm.Simplified);
        if (!_chosen.TryGetValue(key, out var face))
        {
            face = Choose(rune, bold, form);
            _chosen.Add(key, face);
        }

        return face;
    }

    public void Dispose()
    {
        foreach (var face in _open.Values)
        {
            face?.Dispose();
        }
    }

    private FontFace? Choose(Rune rune, bool bold, HanForm form)
    {
        foreach (var face in Candidates(rune.Value, bold, form))
        {
            if (face.Has(rune.Value))
            {
                return face;
            }
        }

        if (UnicodeRanges.IsEastAsian(rune.Value) && !EastAsianFaces(bold, form).Any())
        {
            throw Missing(rune, "fonts-noto-cjk");
        }

        return _others.Length > 1 ? null : throw Missing(rune, "fonts-noto-core");
    }

    private IEnumerable<FontFace> Candidates(int code, bool bold, HanForm form)
    {
        if (UnicodeRanges.IsEastAsian(code))
        {
            foreach (var face in EastAsianFaces(bold, form))
            {
                yield return face;
            }
        }

        foreach (var face in Main.SelectMany(name => Faces(name, bold)))
        {
            yield return face;
        }

        foreach (var face in Scripts.SelectMany(script => Faces("NotoSans" + script, bold)))
        {
            yield return face;
        }

        foreach (var face in EastAsianFaces(bold, form))
        {
            yield return face;
        }

        foreach (var file in _others)
        {
            if (Open(file, 0) is { } face)
            {
                yield return face;
            }
        }
    }

    private IEnumerable<FontFace> EastAsianFaces(bool bold, HanForm form) => EastAsian
        .Select(name => string.Format(CultureInfo.InvariantCulture, name, bold ? "Bold" : "Regular"))
        .Select(file => Open(file, file.StartsWith("Noto", StringComparison.Ordinal) ? (int)form : 0))
        .OfType<FontFace>();

    private IEnumerable<FontFace> Faces(string name, bool bold)
    {
        string[] files = bold ? [$"{name}-Bold.ttf", $"{name}-Regular.ttf", $"{name}.ttf"] : [$"{name}-Regular.ttf", $"{name}.ttf"];
        return files.Select(file => Open(file, 0)).OfType<FontFace>();
    }

    private FontFace? Open(string file, int index)
    {
        if (!_open.TryGetValue((file, index), out var face))
        {
            face = folders.Find(file) is { } path ? FontFace.Open(path, index) : null;
            _open.Add((file, index), face);
        }

        return face;
    }

    private static RefusalException Missing(Rune rune, string package) => new(
        RefusalKind.FailedPrecondition,
        "FONT_MISSING",
        $"No installed font has the character '{rune}' (U+{rune.Value:X4}): install Debian's package {package} where Results runs, or fonts with that script.");
}
