namespace RaceSystem.Dashboard.Service.Races;

/// <summary>What an address asks of a race.</summary>
/// <param name="Meet">meet_id.</param>
/// <param name="Race">race_id.</param>
/// <param name="At"><c>live</c>, <c>finish</c> or a split_id.</param>
/// <param name="Sex"><c>men</c>, <c>women</c> or <c>non-binary</c>.</param>
/// <param name="Division">division_id.</param>
/// <param name="Screen">Anything: the table alone, for a big screen.</param>
public sealed record RaceQuery(string Meet, string Race, string? At, string? Sex, string? Division, string? Screen = null);
