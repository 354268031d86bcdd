using System.Buffers;

namespace RaceSystem.Kernel;

/// <summary>
/// The form of every id that people and clients choose (meet, race, wave, split, timing point, device, entry): 1 to 63
/// characters of lower-case letters, digits, <c>-</c> and <c>_</c>, starting with a letter or digit. Ids of this form
/// can stand in a URL, a file name, a log key and a metric label as they are.
/// </summary>
public static class Identifier
{
    /// <summary>Longest id in characters.</summary>
    public const int MaxLength = 63;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Whether the text has the form of an id.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text[0] is not ('-' or '_') && !text.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>Gives the id back, or refuses it with the field's name.</summary>
    /// <exception cref="RefusalException">The text has not the form of an id; reason <c>ID_INVALID</c>.</exception>
    public static string Require(string? text, string field) => IsValid(text)
        ? text!
        : throw RefusalException.Invalid("ID_INVALID", field, $"'{Clip(text)}' is not an id: use 1 to {MaxLength} lower-case letters, digits, '-' or '_', starting with a letter or digit.");

    /// <summary>The same for an id that may be left out: empty is not refused.</summary>
    /// <exception cref="RefusalException">The text is neither empty nor an id; reason <c>ID_INVALID</c>.</exception>
    public static string RequireIfGiven(string text, string field) => text.Length == 0 ? text : Require(text, field);

    private static string Clip(string? text) => text is null ? "" : text.Length <= 80 ? text : text[..80] + "…";
}
