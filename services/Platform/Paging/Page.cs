namespace RaceSystem.Platform.Paging;

/// <summary>A page of a list.</summary>
/// <param name="Rows">At most as many as were asked for.</param>
/// <param name="NextToken">For the page after this one; empty: there is none.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string NextToken);
