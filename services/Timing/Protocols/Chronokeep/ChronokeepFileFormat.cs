using System.Text.Json;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;
using RaceSystem.Timing.Protocols.Framing;
using static RaceSystem.Timing.Protocols.JsonValues;

namespace RaceSystem.Timing.Protocols.Chronokeep;

/// <summary>
/// What a portal said, message by message or read by read as JSON, and the log that the desktop program writes as CSV (see
/// <see cref="ChronokeepLogReader"/>). Told apart line by line. Settings: <c>clock</c> as in <see cref="ChronokeepProtocol"/>.
/// </summary>
public sealed class ChronokeepFileFormat : IReadFileFormat
{
    /// <inheritdoc/>
    public IEnumerable<ReadFileItem> Read(Stream stream, DeviceTimes times, IReadOnlyDictionary<string, string> settings)
    {
        var takesReaderClock = settings.GetValueOrDefault("clock", "portal") == "reader";
        var log = new ChronokeepLogReader(times);
        foreach (var frame in JsonFile.Frames(stream, PortalRead.ListName))
        {
            var item = frame.Kind switch
            {
                JsonFrameKind.Text when !frame.Bytes.Span.Contains((byte)'{') => log.Read(frame.Line, frame.Text),
                JsonFrameKind.Broken => Rejected(frame, frame.Problem),
                _ => Item(frame, takesReaderClock),
            };
            if (item is not null)
            {
                yield return item;
            }
        }
    }

    private static ReadFileItem? Item(in JsonFrame frame, bool takesReaderClock)
    {
        try
        {
            // A log may put its own words before the message.
            using var document = JsonDocument.Parse(frame.Bytes[Math.Max(0, frame.Bytes.Span.IndexOf((byte)'{'))..]);
            var root = document.RootElement;
            if (frame.Kind != JsonFrameKind.Element && !PortalRead.IsRead(root))
            {
                return Text(root, "command") is null ? Rejected(frame, "neither a read nor a message of a portal") : null;
            }

            return PortalRead.TryParse(root, takesReaderClock, out var read, out var problem)
                ? new ReadFileItem.Read(frame.Line, read.Location, read.Value)
                : Rejected(frame, problem);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Rejected(frame, "not JSON");
        }
    }

    private static ReadFileItem.Rejected Rejected(in JsonFrame frame, string problem) => new(frame.Line, "", problem, FileLine.Show(frame.Text));
}
