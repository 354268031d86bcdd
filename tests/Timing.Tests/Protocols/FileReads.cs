using System.Text;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Tests.Protocols;

/// <summary>What a file format makes of a file.</summary>
public sealed class FileReads
{
    private FileReads(IReadOnlyList<ReadFileItem> items) => Items = items;

    public IReadOnlyList<ReadFileItem> Items { get; }

    public IReadOnlyList<ReadFileItem.Read> Reads => [.. Items.OfType<ReadFileItem.Read>()];

    public IReadOnlyList<ReadFileItem.Marker> Markers => [.. Items.OfType<ReadFileItem.Marker>()];

    public IReadOnlyList<ReadFileItem.Rejected> Rejected => [.. Items.OfType<ReadFileItem.Rejected>()];

    public int Distinct => Items.OfType<ReadFileItem.Read>().Select(read => read.Value).Distinct().Count();

    public static FileReads Of(IReadFileFormat format, Stream stream, string zone = "+00:00", DateOnly? date = null, Dictionary<string, string>? settings = null) =>
        new([.. format.Read(stream, new DeviceTimes(DeviceTimes.ZoneOf(zone)!, date), settings ?? [])]);

    public static FileReads Of(IReadFileFormat format, string text, string zone = "+00:00", DateOnly? date = null, Dictionary<string, string>? settings = null) =>
        Of(format, new MemoryStream(Encoding.UTF8.GetBytes(text)), zone, date, settings);
}
