namespace RaceSystem.Results.Service.Storage.Classifications;

/// <summary>Who a commitment is of: the only place where published classifications hold personal data, and the only one that may be emptied.</summary>
internal sealed class StoredPerson
{
    public required string MeetId { get; init; }

    public required string EntryId { get; init; }

    public required byte[] Commitment { get; init; }

    public required byte[] Salt { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required byte[] Person { get; init; }
}
