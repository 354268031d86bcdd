namespace RaceSystem.Registration.Service.Storage;

/// <summary>A meet's own facts.</summary>
internal sealed class MeetRow
{
    public required string MeetId { get; init; }

    public required string DisplayName { get; set; }

    public required string TimeZone { get; set; }

    public required DateOnly RaceDay { get; set; }

    public List<RaceRow> Races { get; init; } = [];
}
