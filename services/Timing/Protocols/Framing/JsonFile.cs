namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>Reads a file that holds JSON and perhaps lines that are none.</summary>
internal static class JsonFile
{
    private const int MaxFrameBytes = 64 * 1024;

    /// <summary>The pieces, one after the other.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="list">As in <see cref="JsonFramer"/>.</param>
    public static IEnumerable<JsonFrame> Frames(Stream stream, string list = "")
    {
        var framer = new JsonFramer(MaxFrameBytes, JsonLayout.LinesOrIndented, list);
        var buffer = new byte[64 * 1024];
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            var start = 0;
            while (start < count)
            {
                ReadOnlySpan<byte> rest = buffer.AsSpan(start, count - start);
                var taken = framer.TryTake(ref rest, out var frame);
                start = count - rest.Length;
                if (taken)
                {
                    yield return frame;
                }
            }
        }

        if (framer.TryFinish(out var last))
        {
            yield return last;
        }
    }
}
