using System.Buffers.Binary;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using RaceSystem.Kernel;

namespace RaceSystem.Platform.Paging;

/// <summary>
/// Opaque page tokens: a position inside a list, bound to what was asked, so that a token of another list, another filter
/// or plain nonsense is refused rather than misread. Not a secret and not a permission.
/// </summary>
public static class PageToken
{
    /// <summary>Longest token accepted, in characters.</summary>
    public const int MaxLength = 1_000;

    private const int ChecksumLength = 4;

    /// <summary>A token for the page after <paramref name="position"/>.</summary>
    /// <param name="scope">The list and its filters, for example <c>"ListEntries/meet-1/race-10k"</c>; decode with the same.</param>
    /// <param name="position">Where the next page begins, for example the last id of this one.</param>
    public static string Encode(string scope, string position)
    {
        var text = Encoding.UTF8.GetBytes(position);
        var bytes = new byte[ChecksumLength + text.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Checksum(scope, text));
        text.CopyTo(bytes, ChecksumLength);
        return WebEncoders.Base64UrlEncode(bytes);
    }

    /// <summary>The position of a token; null for an empty one, which asks for the first page.</summary>
    /// <exception cref="RefusalException">Not a token of this list; reason <c>PAGE_TOKEN_INVALID</c>.</exception>
    public static string? Decode(string scope, string token)
    {
        if (token.Length == 0)
        {
            return null;
        }

        var bytes = new byte[MaxLength];
        if (token.Length > MaxLength
            || System.Buffers.Text.Base64Url.DecodeFromChars(token, bytes, out _, out var length) != System.Buffers.OperationStatus.Done
            || length < ChecksumLength
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Checksum(scope, bytes.AsSpan(ChecksumLength, length - ChecksumLength)))
        {
            throw RefusalException.Invalid(
                "PAGE_TOKEN_INVALID",
                "page_token",
                "is not a token that this list gave; send next_page_token as it came, with the same filters, or leave it empty.");
        }

        return Encoding.UTF8.GetString(bytes, ChecksumLength, length - ChecksumLength);
    }

    // FNV-1a: it tells nonsense from a token, nothing more.
    private static uint Checksum(string scope, ReadOnlySpan<byte> position)
    {
        var hash = Fnv(2_166_136_261, Encoding.UTF8.GetBytes(scope));
        return Fnv(Fnv(hash, [0]), position);
    }

    private static uint Fnv(uint hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            hash = unchecked((hash ^ value) * 16_777_619);
        }

        return hash;
    }
}
