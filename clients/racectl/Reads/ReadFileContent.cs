using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace RaceSystem.Racectl.Reads;

/// <summary>A file of reads, plain or gzipped.</summary>
internal static class ReadFileContent
{
    /// <summary>Opens the plain content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">The file itself, whose position tells the progress.</param>
    public static Stream Open(string path, out FileStream file)
    {
        file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
        file.Position = 0;
        return isGzip ? new GZipStream(file, CompressionMode.Decompress) : new BufferedStream(file, 1 << 16);
    }

    /// <summary>A hash over the content, whether it is compressed or not.</summary>
    public static string Hash(string path)
    {
        using var content = Open(path, out _);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>
    /// The id of the stream by which a device's part of a file is uploaded: the same file, read in the same way, is the same
    /// stream, so that a second import adds nothing and an interrupted one is continued.
    /// </summary>
    public static string StreamId(string contentHash, ImportReadsOptions options, DeclaredTimes times, ReadPlace place)
    {
        string[] parts =
        [
            contentHash,
            options.Protocol.Name,
            times.Zone.Id,
            times.DateText,
            place.PointId,
            place.DeviceId,
            .. options.Settings.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"),
            .. options.Places.ByLocation.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value.PointId}:{pair.Value.DeviceId}"),
        ];
        return "import-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..40];
    }
}
