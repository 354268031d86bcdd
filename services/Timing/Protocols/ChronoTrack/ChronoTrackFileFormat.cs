using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols.ChronoTrack;

/// <summary>
/// Lines of the stream, also with a logger's prefix in front. Greetings, wishes, questions, answers and new locations give
/// no item.
/// </summary>
internal sealed class ChronoTrackFileFormat : IReadFileFormat
{
    private static readonly string[] Words = ["ack~", "err~", "start", "stop", "ping", "getlocations", "geteventinfo", "getconnectionid", "authorize"];

    public IEnumerable<ReadFileItem> Read(Stream stream, DeviceTimes times, IReadOnlyDictionary<string, string> settings) =>
        FileLines.Items(stream, line => ReadLine(line, line.Text.Trim(), times));

    private static ReadFileItem? ReadLine(FileLine line, string text, DeviceTimes times)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var at = text.IndexOf("CT01_", StringComparison.Ordinal);
        if (at < 0)
        {
            return IsTalk(WithoutPrefix(text)) ? null : line.Reject("this is no line of the stream");
        }

        if (!ChronoTrackParser.TryEvent(text[at..], out var value, out var problem))
        {
            return line.Reject(problem);
        }

        return value.Tag switch
        {
            ChronoTrackEvent.NewLocation => null,
            ChronoTrackEvent.GunTime => ChronoTrackParser.TryTime(value.TimeText, times, out var micros, out problem)
                ? new ReadFileItem.Marker(line.Number, value.Location, new DecodedMarker(micros, MarkerKind.Gun, ChronoTrackEvent.GunTime))
                : line.Reject(problem, value.Location),
            _ => ChronoTrackParser.TryRead(value, times, out var read, out problem)
                ? new ReadFileItem.Read(line.Number, value.Location, read)
                : line.Reject(problem, value.Location),
        };
    }

    /// <summary>Loggers write a time stamp and a word in front: what is behind the last ": ".</summary>
    private static string WithoutPrefix(string text)
    {
        var colon = text.LastIndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiDigit(text[0]) ? text[(colon + 2)..].Trim() : text;
    }

    private static bool IsTalk(string text) =>
        text.Length == 0 || Words.Any(word => text.StartsWith(word, StringComparison.Ordinal)) || IsWish(text) || IsGreeting(text.Split('~'));

    private static bool IsWish(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 && text.AsSpan(0, equals).IndexOfAnyExceptInRange('-', 'z') < 0;

    /// <summary>Ours ends in the number of our wishes, theirs in the protocol.</summary>
    private static bool IsGreeting(string[] parts) => parts.Length == 3 && (parts[2] == "CTP01" || ClockText.TryDigits(parts[2], out _));
}
