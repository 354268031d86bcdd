namespace RaceSystem.Results.Service.ExportResults;

/// <summary>Which results are exported.</summary>
/// <param name="MeetId">The meet.</param>
/// <param name="RaceId">Empty: all races.</param>
/// <param name="Version">A published version; -1: the latest; 0: the results as they stand.</param>
internal sealed record ExportScope(string MeetId, string RaceId, int Version)
{
    /// <summary>The latest published version.</summary>
    public const int Latest = -1;
}
