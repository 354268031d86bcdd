namespace RaceSystem.Kernel;

/// <summary>
/// The number on the runner's chest: 1 to 16 letters, digits and <c>-</c>, kept as printed (<c>F102</c>, <c>1544B</c>).
/// Immutable and safe to share between threads.
/// </summary>
public readonly record struct Bib : IComparable<Bib>
{
    /// <summary>Longest bib in characters.</summary>
    public const int MaxLength = 16;

    private readonly string? _text;

    private Bib(string text) => _text = text;

    /// <summary>The bib as printed; empty for the default value.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads a bib; surrounding blanks are not part of it.</summary>
    public static bool TryParse(string? text, out Bib bib)
    {
        var trimmed = text?.Trim() ?? "";
        var valid = trimmed.Length is > 0 and <= MaxLength && trimmed.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        bib = valid ? new Bib(trimmed) : default;
        return valid;
    }

    /// <summary>Order in lists: runs of digits count as numbers, so <c>9</c> comes before <c>10</c> and <c>F9</c> before <c>F10</c>.</summary>
    public int CompareTo(Bib other) => NaturalOrder(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Compares texts with runs of digits as numbers; ties fall back to ordinal order, so the order is total.</summary>
    public static int NaturalOrder(string left, string right)
    {
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            var order = char.IsAsciiDigit(left[i]) && char.IsAsciiDigit(right[j])
                ? CompareDigits(left, ref i, right, ref j)
                : left[i++].CompareTo(right[j++]);
            if (order != 0)
            {
                return order;
            }
        }

        var rest = (left.Length - i).CompareTo(right.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(left, right);
    }

    private static int CompareDigits(string left, ref int i, string right, ref int j)
    {
        var a = TakeDigits(left, ref i);
        var b = TakeDigits(right, ref j);
        var byLength = a.Length.CompareTo(b.Length);
        return byLength != 0 ? byLength : a.SequenceCompareTo(b);
    }

    private static ReadOnlySpan<char> TakeDigits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return text.AsSpan(start, position - start).TrimStart('0');
    }

    /// <summary>Whether left comes before right in lists.</summary>
    public static bool operator <(Bib left, Bib right) => left.CompareTo(right) < 0;

    /// <summary>Whether left comes after right in lists.</summary>
    public static bool operator >(Bib left, Bib right) => left.CompareTo(right) > 0;

    /// <summary>Whether left does not come after right.</summary>
    public static bool operator <=(Bib left, Bib right) => left.CompareTo(right) <= 0;

    /// <summary>Whether left does not come before right.</summary>
    public static bool operator >=(Bib left, Bib right) => left.CompareTo(right) >= 0;
}
