using System.Globalization;
using System.Text;

namespace RaceSystem.Timing.Protocols.Files;

/// <summary>A line of a read file.</summary>
/// <param name="Number">From 1; blank lines count.</param>
/// <param name="Text">Without its end, NUL bytes and byte order mark.</param>
/// <param name="IsOversize">It was longer than the limit and is cut.</param>
public readonly record struct FileLine(int Number, string Text, bool IsOversize)
{
    private const int MaxShown = 200;

    /// <summary>The item for a line that makes no sense.</summary>
    public ReadFileItem.Rejected Reject(string reason, string location = "") => new(Number, location, reason, Show(Text));

    /// <summary>A text for people: control characters escaped, at most 200 characters.</summary>
    public static string Show(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder(Math.Min(text.Length, MaxShown));
        foreach (var character in text)
        {
            var isEscaped = char.IsControl(character) || char.IsSurrogate(character);
            if (shown.Length + (isEscaped ? 6 : 1) > MaxShown)
            {
                break;
            }

            _ = isEscaped ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : shown.Append(character);
        }

        return shown.ToString();
    }
}
