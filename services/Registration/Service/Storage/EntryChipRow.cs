namespace RaceSystem.Registration.Service.Storage;

/// <summary>A chip and the entry that wears it. The key makes a chip unique in the meet.</summary>
internal sealed class EntryChipRow
{
    public required string MeetId { get; init; }

    public required string Chip { get; init; }

    public required string EntryId { get; init; }

    /// <summary>Place among the entry's chips, from 0.</summary>
    public required int Position { get; init; }
}
