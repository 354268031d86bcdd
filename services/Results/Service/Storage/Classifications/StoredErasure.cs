namespace RaceSystem.Results.Service.Storage.Classifications;

/// <summary>An entry whose person was erased: nothing of it is stored again.</summary>
internal sealed class StoredErasure
{
    public required string MeetId { get; init; }

    public required string EntryId { get; init; }
}
