namespace RaceSystem.Kernel;

/// <summary>
/// The code a transponder answers with: 1 to 32 letters and digits, upper case, so that readers which print hex in
/// either case name the same chip. Immutable and safe to share between threads.
/// </summary>
public readonly record struct ChipCode
{
    /// <summary>Longest code in characters (an EPC of 128 bits in hex).</summary>
    public const int MaxLength = 32;

    private readonly string? _text;

    private ChipCode(string text) => _text = text;

    /// <summary>The code in upper case; empty for the default value.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads a code; surrounding blanks are not part of it, lower case becomes upper case.</summary>
    public static bool TryParse(string? text, out ChipCode chip)
    {
        var trimmed = text?.Trim() ?? "";
        var valid = trimmed.Length is > 0 and <= MaxLength && trimmed.All(char.IsAsciiLetterOrDigit);
        chip = valid ? new ChipCode(trimmed.ToUpperInvariant()) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
