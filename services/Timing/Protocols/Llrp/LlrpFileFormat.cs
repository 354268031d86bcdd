using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>
/// Captures of what a reader sent: its bytes, or lines of hex with any words before it. Settings as those of
/// <see cref="LlrpProtocol"/>. Times of readers without a clock cannot be told from a file.
/// </summary>
public sealed class LlrpFileFormat : IReadFileFormat
{
    private const int MaxMessageBytes = 1024 * 1024;
    private const int MaxShownBytes = 100;

    /// <inheritdoc/>
    public IEnumerable<ReadFileItem> Read(Stream stream, DeviceTimes times, IReadOnlyDictionary<string, string> settings)
    {
        var framer = new LlrpFramer(MaxMessageBytes);
        var clock = new LlrpClock(settings, null, null);
        var gun = settings.GetValueOrDefault("gun-gpi", "");
        var number = 0;
        foreach (var piece in LlrpFile.Pieces(stream))
        {
            if (piece.Junk.Length > 0)
            {
                yield return new ReadFileItem.Rejected(piece.Line, "", "no hex", FileLine.Show(piece.Junk));
            }

            var rest = piece.Bytes;
            while (TryTake(framer, ref rest, out var message))
            {
                number = piece.Line > 0 ? piece.Line : number + 1;
                foreach (var item in Items(number, message, clock, gun))
                {
                    yield return item;
                }
            }
        }

        if (framer.TryFinish(out var last))
        {
            yield return Rejected(number + 1, last.Problem, last);
        }
    }

    private static bool TryTake(LlrpFramer framer, ref ReadOnlyMemory<byte> rest, out LlrpMessage message)
    {
        var span = rest.Span;
        var taken = framer.TryTake(ref span, out message);
        rest = rest[^span.Length..];
        return taken;
    }

    private static IEnumerable<ReadFileItem> Items(int line, LlrpMessage message, LlrpClock clock, string gun)
    {
        if (message.Problem is { Length: > 0 } problem)
        {
            return [Rejected(line, problem, message)];
        }

        return message.Type switch
        {
            LlrpMessageType.RoAccessReport => Tags(line, message, clock),
            LlrpMessageType.ReaderEventNotification => Events(line, message, clock, gun),
            _ => [],
        };
    }

    private static IEnumerable<ReadFileItem> Tags(int line, LlrpMessage message, LlrpClock clock)
    {
        var report = LlrpReport.Parse(message.Body);
        foreach (var tag in report.Tags)
        {
            yield return clock.TryTime(tag, out var micros, out var problem)
                ? new ReadFileItem.Read(line, "", new DecodedRead(tag.Chip, micros, tag.Rssi, tag.Antenna))
                : Rejected(line, problem, message);
        }

        foreach (var problem in report.Problems)
        {
            yield return Rejected(line, problem, message);
        }
    }

    private static IEnumerable<ReadFileItem> Events(int line, LlrpMessage message, LlrpClock clock, string gun)
    {
        if (!LlrpReaderEvent.TryParse(message.Body, out var told, out var problem))
        {
            yield return Rejected(line, problem, message);
        }
        else if (told.TryMarker(clock, gun, out var marker, out problem))
        {
            yield return new ReadFileItem.Marker(line, "", marker);
        }
        else if (problem.Length > 0)
        {
            yield return Rejected(line, problem, message);
        }
    }

    private static ReadFileItem.Rejected Rejected(int line, string problem, in LlrpMessage message) =>
        new(line, "", problem, Convert.ToHexStringLower(message.Bytes.Span[..Math.Min(message.Bytes.Length, MaxShownBytes)]));
}
