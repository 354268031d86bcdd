using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols.Ipico;

/// <summary>
/// A file of frames, one a line, as readers export and terminals log them. Blank lines, the reader's words and control
/// frames other than the trigger give no item; a line that holds no frame is rejected.
/// </summary>
internal sealed class IpicoFileFormat : IReadFileFormat
{
    public IEnumerable<ReadFileItem> Read(Stream stream, DeviceTimes times, IReadOnlyDictionary<string, string> settings) =>
        FileLines.Items(stream, line => ReadLine(line, times));

    private static ReadFileItem? ReadLine(FileLine line, DeviceTimes times)
    {
        var text = IpicoReads.FrameIn(line.Text);
        if (text.IsEmpty)
        {
            return null;
        }

        if (!IpicoParser.TryParse(text, out var frame, out var problem))
        {
            return IpicoReads.IsWords(line.Text) ? null : line.Reject(problem);
        }

        return frame switch
        {
            IpicoFrame.Read read => WallTime.TryResolve(times, read.Wall, out var micros, out problem)
                ? new ReadFileItem.Read(line.Number, IpicoReads.Location(read.Reader), IpicoReads.Decode(read, micros))
                : line.Reject(problem),
            IpicoFrame.Trigger trigger => WallTime.TryResolve(times, trigger.Wall, out var micros, out problem)
                ? new ReadFileItem.Marker(line.Number, IpicoReads.Location(trigger.Reader), IpicoReads.Gun(micros))
                : line.Reject(problem),
            _ => null,
        };
    }
}
