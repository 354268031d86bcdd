using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols.Wiclax;

/// <summary>A file of lines of the generic acquisition protocol. Guns have no date: they need the declared one.</summary>
internal sealed class WiclaxFileFormat : IReadFileFormat
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

        if (!WiclaxParser.TryParse(text, out var parsed, out var problem))
        {
            return line.Reject(problem);
        }

        return parsed switch
        {
            WiclaxLine.Read read => WallTime.TryResolve(times, read.Wall, out var micros, out problem)
                ? new ReadFileItem.Read(line.Number, read.Location, new DecodedRead(read.Chip, micros))
                : line.Reject(problem),
            WiclaxLine.Gun gun => times.TryTimeOfDay(gun.MicrosOfDay, out var micros, out problem)
                ? new ReadFileItem.Marker(line.Number, "", new DecodedMarker(micros, MarkerKind.Gun, "RACESTART"))
                : line.Reject(problem),
            _ => null,
        };
    }
}
