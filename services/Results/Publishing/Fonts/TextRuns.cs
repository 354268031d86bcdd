using System.Globalization;
using System.Text;

namespace RaceSystem.Results.Publishing.Fonts;

/// <summary>
/// Splits a line into runs of one face and one direction, from left to right as they stand on paper. Directions follow
/// Unicode's algorithm (UAX 9) as far as names need it: one level of embedding, no explicit marks.
/// </summary>
internal static class TextRuns
{
    private sealed record Piece(FontFace Face, bool RightToLeft, StringBuilder Text);

    public static IEnumerable<(FontFace Face, string Text, bool RightToLeft)> Of(string text, bool isSentence, Func<Rune, FontFace?> faceOf)
    {
        var pieces = Pieces(text, faceOf);
        var startsRightToLeft = !isSentence && pieces.Find(piece => piece.Text.ToString().EnumerateRunes().Any(Rune.IsLetter)) is { RightToLeft: true };
        return Ordered(pieces, startsRightToLeft).Select(piece => (piece.Face, piece.Text.ToString(), piece.RightToLeft));
    }

    private static List<Piece> Pieces(string text, Func<Rune, FontFace?> faceOf)
    {
        var runes = text.EnumerateRunes().ToArray();
        var pieces = new List<Piece>();
        for (var i = 0; i < runes.Length; i++)
        {
            var rightToLeft = IsRightToLeft(runes, i);
            if (faceOf(runes[i]) is { } face)
            {
                // A joiner or an accent belongs into the run of its letter, where the font can place it.
                var stays = pieces.Count > 0 && (UnicodeRanges.IsJoiner(runes[i].Value) || UnicodeRanges.IsMark(runes[i]) || Rune.IsWhiteSpace(runes[i])) && pieces[^1].Face.Has(runes[i].Value);
                Append(pieces, stays ? pieces[^1].Face : face, rightToLeft, runes[i].ToString());
            }
            else if (!UnicodeRanges.IsJoiner(runes[i].Value) && Rune.GetUnicodeCategory(runes[i]) is not (UnicodeCategory.OtherSymbol or UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierSymbol))
            {
                // No font has the letter: its number says which one it is, a box would not.
                foreach (var letter in $"[U+{runes[i].Value:X4}]".EnumerateRunes())
                {
                    Append(pieces, faceOf(letter)!, rightToLeft: false, letter.ToString());
                }
            }
        }

        return pieces;
    }

    private static void Append(List<Piece> pieces, FontFace face, bool rightToLeft, string letter)
    {
        if (pieces.Count == 0 || pieces[^1].Face != face || pieces[^1].RightToLeft != rightToLeft)
        {
            pieces.Add(new Piece(face, rightToLeft, new StringBuilder()));
        }

        pieces[^1].Text.Append(letter);
    }

    /// <summary>Letters have their direction; what has none takes that of its neighbours when they agree, and runs from left to right otherwise.</summary>
    private static bool IsRightToLeft(Rune[] runes, int at)
    {
        if (UnicodeRanges.IsRightToLeft(runes[at].Value))
        {
            return true;
        }

        return (UnicodeRanges.IsNeutral(runes[at]) || UnicodeRanges.IsMark(runes[at])) && Neighbour(runes, at, -1) && Neighbour(runes, at, 1);
    }

    private static bool Neighbour(Rune[] runes, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < runes.Length; i += step)
        {
            if (!UnicodeRanges.IsNeutral(runes[i]) && !UnicodeRanges.IsMark(runes[i]))
            {
                return UnicodeRanges.IsRightToLeft(runes[i].Value);
            }
        }

        return false;
    }

    /// <summary>A line that begins from right to left is read from its right end; stretches of the other direction are turned as a whole.</summary>
    private static IEnumerable<Piece> Ordered(List<Piece> pieces, bool startsRightToLeft)
    {
        var stretches = new List<List<Piece>>();
        foreach (var piece in pieces)
        {
            if (stretches.Count == 0 || stretches[^1][0].RightToLeft != piece.RightToLeft)
            {
                stretches.Add([]);
            }

            stretches[^1].Add(piece);
        }

        foreach (var stretch in stretches.Where(stretch => stretch[0].RightToLeft))
        {
            stretch.Reverse();
        }

        if (startsRightToLeft)
        {
            stretches.Reverse();
        }

        return stretches.SelectMany(stretch => stretch);
    }
}
