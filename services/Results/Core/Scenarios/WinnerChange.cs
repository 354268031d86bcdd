using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Scenarios;

/// <summary>One of the first places of a group that goes to somebody else.</summary>
/// <param name="Sex">Of the group; unknown: any.</param>
/// <param name="DivisionId">Of the group; empty: all divisions.</param>
/// <param name="Place">1 to <see cref="RaceWinners.Depth"/>.</param>
/// <param name="Before">Who has it, by bib; empty: nobody.</param>
/// <param name="After">Who would have it; empty: nobody.</param>
public sealed record WinnerChange(Sex Sex, string DivisionId, int Place, IReadOnlyList<Entry> Before, IReadOnlyList<Entry> After);
