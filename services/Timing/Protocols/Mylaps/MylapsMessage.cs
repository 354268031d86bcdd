namespace RaceSystem.Timing.Protocols.Mylaps;

/// <summary>A message: <c>Source@Function@data@…@</c>, without the <c>$</c> that ends it.</summary>
/// <param name="Source">Who speaks: a location, or the program.</param>
/// <param name="Function">What it says.</param>
/// <param name="Data">The rest, without the empty part behind the last <c>@</c>.</param>
public sealed record MylapsMessage(string Source, string Function, IReadOnlyList<string> Data)
{
    /// <summary>Parts of a message at most: 50 records, their number and the names, with room to spare.</summary>
    private const int MaxParts = 2_000;

    /// <summary>Longest name of a source.</summary>
    private const int MaxSource = 100;

    /// <summary>The number to acknowledge: the last part when it is one; null when the message has none.</summary>
    public string? Number => Data.Count > 0 && IsNumber(Data[^1]) ? Data[^1] : null;

    /// <summary>The parts before the number.</summary>
    public IEnumerable<string> Records => (Number is null ? Data : Data.Take(Data.Count - 1)).Where(record => record.Length > 0);

    /// <summary>Whether the message only answers, and says nothing of reads.</summary>
    public bool IsAnswer => Function.StartsWith("Ack", StringComparison.Ordinal);

    /// <summary>Reads a message; null when it is none.</summary>
    public static MylapsMessage? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('@', MaxParts);
        if (parts.Length < 2 || parts[0].Length is 0 or > MaxSource || !IsFunction(parts[1]))
        {
            return null;
        }

        var end = parts[^1].Length == 0 && parts.Length > 2 ? parts.Length - 1 : parts.Length;
        return new MylapsMessage(parts[0], parts[1], parts[2..Math.Max(end, 2)]);
    }

    private static bool IsFunction(string text) => text.Length is > 0 and <= 40 && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsNumber(string text) => text.Length is > 0 and <= 12 && text.All(char.IsAsciiDigit);
}
