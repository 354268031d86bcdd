using System.Text.RegularExpressions;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols.Mylaps;

/// <summary>
/// The bytes of a connection, or a log of its messages: a time stamp and "message:", "from client:" or "to client:" in
/// front of a message are taken off. What the server said is left out.
/// </summary>
internal sealed partial class MylapsFileFormat : IReadFileFormat
{
    /// <inheritdoc/>
    public IEnumerable<ReadFileItem> Read(Stream stream, DeviceTimes times, IReadOnlyDictionary<string, string> settings)
    {
        foreach (var frame in FileFrames.Read(stream, (byte)'$'))
        {
            var text = Prefix().Replace(frame.Text, "", 1).Trim();
            if (text.Length == 0 || text[0] is '<' or '«')
            {
                continue;
            }

            foreach (var item in frame.IsOversize ? [frame.Reject("the message is too long")] : Items(frame, text.TrimStart('>', '»', ' '), times))
            {
                yield return item;
            }
        }
    }

    /// <summary>A logger's time stamp, and what it says of the direction.</summary>
    [GeneratedRegex(@"^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?\s*(?:(?:[»>]\s*)?(?:message|from(?: client)?|recv|received|rx|in)\s*:)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    private static IEnumerable<ReadFileItem> Items(FileLine frame, string text, DeviceTimes times)
    {
        if (MylapsMessage.Parse(text) is not { } message)
        {
            yield return frame.Reject("this is no message: source@function@…");
            yield break;
        }

        if (message.Function is not ("Store" or "Passing" or "Marker"))
        {
            if (!message.IsAnswer && message.Function is not ("Ping" or "Pong" or "GetInfo" or "GetLocations"))
            {
                yield return frame.Reject($"the function {message.Function} is unknown", message.Source);
            }

            yield break;
        }

        foreach (var record in message.Records)
        {
            yield return Item(frame, message, record, times);
        }
    }

    private static ReadFileItem Item(FileLine frame, MylapsMessage message, string record, DeviceTimes times)
    {
        string problem;
        if (message.Function == "Marker")
        {
            return MylapsParser.TryMarker(record, times, out var marker, out problem)
                ? new ReadFileItem.Marker(frame.Number, message.Source, marker)
                : new ReadFileItem.Rejected(frame.Number, message.Source, problem, FileLine.Show(record));
        }

        var isRead = message.Function == "Store"
            ? MylapsParser.TryStore(record, times, out var read, out problem)
            : MylapsParser.TryPassing(record, times, out read, out problem);
        return isRead
            ? new ReadFileItem.Read(frame.Number, message.Source, read)
            : new ReadFileItem.Rejected(frame.Number, message.Source, problem, FileLine.Show(record));
    }
}
