using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Impinj;

/// <summary>
/// Files of Impinj readers: the JSON events of the IoT device interface, on lines, in arrays or indented; and the logs and
/// exports of timing programs, which are read line by line by <see cref="ImpinjLogReader"/>. Told apart line by line.
/// <para>Settings: those of <see cref="ImpinjProtocol"/>; <c>epc-digits</c> = hex digits that an EPC must have in logs of the
/// form <c>reader,EPC,time,count,RSSI</c>, <c>24</c> by default, or <c>any</c>: such logs hold everything in reach of the
/// antennas, and tags of other lengths are not those of a race; <c>file</c> = name of the file, whose date
/// (yyyy-mm-dd) is the first day of the log when none was declared.</para>
/// </summary>
public sealed class ImpinjFileFormat : IReadFileFormat
{
    /// <inheritdoc/>
    public IEnumerable<ReadFileItem> Read(Stream stream, DeviceTimes times, IReadOnlyDictionary<string, string> settings)
    {
        var parser = new ImpinjParser(times, settings);
        var log = new ImpinjLogReader(times, settings, stream is FileStream file ? Path.GetFileName(file.Name) : "");
        foreach (var frame in JsonFile.Frames(stream))
        {
            var isLog = frame.Kind == JsonFrameKind.Text && !frame.Bytes.Span.Contains((byte)'{');
            if ((isLog ? log.Read(frame.Line, frame.Text) : Item(frame, parser)) is { } item)
            {
                yield return item;
            }
        }
    }

    private static ReadFileItem? Item(in JsonFrame frame, ImpinjParser parser)
    {
        if (frame.Kind == JsonFrameKind.Broken)
        {
            return new ReadFileItem.Rejected(frame.Line, "", frame.Problem, FileLine.Show(frame.Text));
        }

        // A log may put its own words before the event.
        var bytes = frame.Bytes[Math.Max(0, frame.Bytes.Span.IndexOf((byte)'{'))..];
        if (!parser.TryParse(bytes, out var happened, out var problem))
        {
            return new ReadFileItem.Rejected(frame.Line, "", problem, FileLine.Show(frame.Text));
        }

        return happened switch
        {
            { Read: { } read } => new ReadFileItem.Read(frame.Line, happened.Location, read),
            { Marker: { } marker } => new ReadFileItem.Marker(frame.Line, happened.Location, marker),
            _ => null,
        };
    }
}
