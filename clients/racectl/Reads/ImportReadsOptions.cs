using RaceSystem.Timing.Protocols;

namespace RaceSystem.Racectl.Reads;

/// <summary>What the person asked of an import.</summary>
/// <param name="File">The file of reads.</param>
/// <param name="Protocol">Whose format it has.</param>
/// <param name="MeetId">The meet.</param>
/// <param name="Places">Where the reads were made.</param>
/// <param name="TimeZone">Zone of local times; null: as the device or the meet says.</param>
/// <param name="Date">Date of times without one; null: the meet's race day.</param>
/// <param name="Settings">What the format can be told.</param>
internal sealed record ImportReadsOptions(
    string File,
    DecoderProtocol Protocol,
    string MeetId,
    ReadPlaces Places,
    string? TimeZone,
    DateOnly? Date,
    IReadOnlyDictionary<string, string> Settings);
