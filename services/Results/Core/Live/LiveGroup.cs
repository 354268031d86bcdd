using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Live;

/// <summary>Who leads a group. Immutable.</summary>
/// <param name="Kind">What makes the group.</param>
/// <param name="Key">Division or country; empty: the kind says all.</param>
/// <param name="Sex">Unknown: any.</param>
/// <param name="Count">Runners of the group in the list.</param>
/// <param name="Leaders">The first <see cref="LiveTable.MaxLeaders"/>.</param>
public sealed record LiveGroup(LiveGroupKind Kind, string Key, Sex Sex, int Count, IReadOnlyList<LiveRunner> Leaders);
