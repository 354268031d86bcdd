using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>A log of a connection, or a file that a box or its software wrote; each line may be of any of the forms.</summary>
internal sealed class UltraFileFormat : IReadFileFormat
{
    public IEnumerable<ReadFileItem> Read(Stream stream, DeviceTimes times, IReadOnlyDictionary<string, string> settings) =>
        FileLines.Items(stream, line => ReadLine(line, times));

    private static ReadFileItem? ReadLine(FileLine line, DeviceTimes times)
    {
        var text = line.Text.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        if (!UltraParser.TryParse(text, out var parsed, out var problem))
        {
            return line.Reject(problem);
        }

        return parsed switch
        {
            UltraLine.Read read => read.Time.TryResolve(times, out var micros, out problem)
                ? new ReadFileItem.Read(line.Number, read.UltraId, new DecodedRead(read.Chip, micros, read.RssiDbm, read.Antenna))
                : line.Reject(problem),
            UltraLine.Gun gun => gun.Time.TryResolve(times, out var micros, out problem)
                ? new ReadFileItem.Marker(line.Number, gun.UltraId, new DecodedMarker(micros, MarkerKind.Gun, "start"))
                : line.Reject(problem),
            _ => null,
        };
    }
}
