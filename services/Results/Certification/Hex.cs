using System.Buffers;

namespace RaceSystem.Results.Certification;

/// <summary>Bytes as lower-case hexadecimal, the only spelling that is taken: another one of the same bytes is a changed document.</summary>
public static class Hex
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The text.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    /// <summary>The bytes.</summary>
    /// <exception cref="FormatException">It is not so many bytes in lower-case hexadecimal.</exception>
    public static byte[] Require(string? text, int length) =>
        text is not null && text.Length == length * 2 && !text.AsSpan().ContainsAnyExcept(Digits)
            ? Convert.FromHexString(text)
            : throw new FormatException($"must be {length} bytes in lower-case hexadecimal");
}
