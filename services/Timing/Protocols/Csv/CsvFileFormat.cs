using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols.Csv;

/// <summary>A file of fields, with or without a header; blank lines and comments that begin with '#' give no item.</summary>
internal sealed class CsvFileFormat : IReadFileFormat
{
    public IEnumerable<ReadFileItem> Read(Stream stream, DeviceTimes times, IReadOnlyDictionary<string, string> settings)
    {
        var parser = new CsvParser(new CsvMapping(settings, isFile: true), times);
        return FileLines.Items(stream, line => ReadLine(parser, line));
    }

    private static ReadFileItem? ReadLine(CsvParser parser, FileLine line)
    {
        if (string.IsNullOrWhiteSpace(line.Text) || line.Text.StartsWith('#'))
        {
            return null;
        }

        if (!parser.TryParse(line.Text, out var read, out var problem))
        {
            return line.Reject(problem);
        }

        return read is { } value ? new ReadFileItem.Read(line.Number, value.Location, value.Value) : null;
    }
}
