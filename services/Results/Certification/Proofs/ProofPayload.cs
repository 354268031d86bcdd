using System.IO.Compression;
using System.Text;

namespace RaceSystem.Results.Certification.Proofs;

/// <summary>
/// A proof as text for a QR code: <c>RS1:</c> and the zlib-compressed JSON in base 32 (RFC 4648, no padding), capital letters
/// and digits only, which a QR code packs into five and a half bits each.
/// </summary>
public static class ProofPayload
{
    /// <summary>Begins every payload.</summary>
    public const string Prefix = "RS1:";

    /// <summary>Most bytes of a proof.</summary>
    private const int MaxBytes = 64 * 1024;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Packs a proof.</summary>
    public static string Pack(ReadOnlySpan<byte> proof)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(proof);
        }

        return Prefix + Encode(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>Unpacks a proof.</summary>
    /// <exception cref="FormatException">It is no payload, or was changed.</exception>
    public static byte[] Unpack(string payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (!payload.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw new FormatException($"is no proof: it must begin with {Prefix}");
        }

        try
        {
            using var zlib = new ZLibStream(new MemoryStream(Decode(payload.AsSpan(Prefix.Length))), CompressionMode.Decompress);
            var proof = new byte[MaxBytes];
            var length = zlib.ReadAtLeast(proof, MaxBytes, throwOnEndOfStream: false);
            return length < MaxBytes ? proof[..length] : throw new FormatException("is too long for a proof");
        }
        catch (InvalidDataException error)
        {
            throw new FormatException("cannot be unpacked: it was cut off or changed", error);
        }
    }

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 / 5) + 1);
        var (bits, count) = (0, 0);
        foreach (var value in bytes)
        {
            (bits, count) = ((bits << 8) | value, count + 8);
            while (count >= 5)
            {
                count -= 5;
                text.Append(Alphabet[(bits >> count) & 31]);
            }

            bits &= (1 << count) - 1;
        }

        return count == 0 ? text.ToString() : text.Append(Alphabet[(bits << (5 - count)) & 31]).ToString();
    }

    private static byte[] Decode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        var (bits, count, next) = (0, 0, 0);
        foreach (var letter in text)
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
            {
                throw new FormatException($"has a character '{letter}' that no payload has");
            }

            (bits, count) = ((bits << 5) | value, count + 5);
            if (count >= 8)
            {
                count -= 8;
                bytes[next++] = (byte)(bits >> count);
                bits &= (1 << count) - 1;
            }
        }

        return bits == 0 && count < 5 ? bytes : throw new FormatException("was cut off");
    }
}
