using System.Text;
using RaceSystem.Results.Publishing.Fonts;

namespace RaceSystem.Results.Publishing.Markup;

/// <summary>Text for HTML.</summary>
internal static class Html
{
    /// <summary>Without what may not be printed, and with the signs of markup escaped.</summary>
    public static string Text(string typed)
    {
        var text = PlainText.Of(typed);
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A name: its direction of writing stays its own.</summary>
    public static string Name(string typed) => $"<bdi>{Text(typed)}</bdi>";
}
