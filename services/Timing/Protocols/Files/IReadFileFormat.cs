using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Files;

/// <summary>A format of read files: the bytes that a decoder would send, or its lines. Stateless.</summary>
public interface IReadFileFormat
{
    /// <summary>Reads a file, one item after the other; a line that makes no sense is an item too, never an exception.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="times">Zone and date of its times.</param>
    /// <param name="settings">What the format can be told, by names that its folder documents.</param>
    IEnumerable<ReadFileItem> Read(Stream stream, DeviceTimes times, IReadOnlyDictionary<string, string> settings);
}
