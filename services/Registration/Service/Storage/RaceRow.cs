namespace RaceSystem.Registration.Service.Storage;

/// <summary>A race. It is read and written whole, so its course, divisions, rules and waves are one value.</summary>
internal sealed class RaceRow
{
    public required string MeetId { get; init; }

    public required string RaceId { get; init; }

    /// <summary>Place in the meet's list, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>Serialized <c>racesystem.registration.v1.Race</c>.</summary>
    public required byte[] Definition { get; set; }
}
