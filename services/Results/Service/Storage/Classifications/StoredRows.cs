namespace RaceSystem.Results.Service.Storage.Classifications;

/// <summary>A stretch of a version's rows; never changed. Holds no personal data.</summary>
internal sealed class StoredRows
{
    public required string MeetId { get; init; }

    public required string RaceId { get; init; }

    public required int Version { get; init; }

    public required int FirstRow { get; init; }

    /// <summary>Compressed lines.</summary>
    public required byte[] Lines { get; init; }

    /// <summary>Hashes of the rows, 32 bytes each.</summary>
    public required byte[] Leaves { get; init; }

    /// <summary>Of the rows, joined by line feeds.</summary>
    public required string EntryIds { get; init; }

    /// <summary>Of the rows, joined by line feeds.</summary>
    public required string Bibs { get; init; }
}
