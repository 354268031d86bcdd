using System.Text.RegularExpressions;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>Finds the bytes of a capture.</summary>
internal static partial class LlrpFile
{
    private const int BufferBytes = 32 * 1024;
    private const int MaxLineBytes = 1024 * 1024;

    /// <summary>The bytes, piece by piece.</summary>
    public static IEnumerable<LlrpPiece> Pieces(Stream stream)
    {
        var buffer = new byte[BufferBytes];
        var count = stream.Read(buffer);

        // A message begins with its version in bits 2 to 4: never with a printable character or the end of a line.
        if (count > 0 && (buffer[0] is >= (byte)' ' and < 0x7F or (byte)'\n' or (byte)'\r' or 0xEF))
        {
            foreach (var line in FileLines.Read(new BegunStream(buffer.AsMemory(0, count), stream), MaxLineBytes))
            {
                var isRemark = string.IsNullOrWhiteSpace(line.Text) || line.Text.TrimStart().StartsWith('#');
                var bytes = isRemark ? [] : Hex(line.Text);
                yield return new LlrpPiece(line.Number, bytes, isRemark || bytes.Length > 0 ? "" : line.Text);
            }

            yield break;
        }

        for (; count > 0; count = stream.Read(buffer))
        {
            yield return new LlrpPiece(0, buffer.AsMemory(0, count));
        }
    }

    /// <summary>The hex at the end of a line: in one word, in pairs, or with colons between them.</summary>
    private static byte[] Hex(string line)
    {
        var match = HexAtEnd().Match(line);
        var digits = match.Success ? new string([.. match.Groups["hex"].Value.Where(char.IsAsciiHexDigit)]) : "";
        return Convert.FromHexString(digits);
    }

    [GeneratedRegex(
        @"(^|[\s\[\](>|=])(0[xX])?(?<hex>([0-9A-Fa-f]{2} ?)+|([0-9A-Fa-f]{2}[:-])([0-9A-Fa-f]{2}[:-])([0-9A-Fa-f]{2}[:-])+[0-9A-Fa-f]{2})[\])]?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking,
        1000)]
    private static partial Regex HexAtEnd();
}
