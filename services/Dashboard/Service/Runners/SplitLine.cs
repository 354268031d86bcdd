namespace RaceSystem.Dashboard.Service.Runners;

/// <summary>One visit of a runner, worded as it is shown.</summary>
/// <param name="Name">The split's name.</param>
/// <param name="Distance">From the start line.</param>
/// <param name="Measured">Whether a passing was found; if not, the rest but <paramref name="Inferred"/> is empty.</param>
/// <param name="Clock">Time of day at the venue.</param>
/// <param name="Gun">From the gun.</param>
/// <param name="Net">From the start line.</param>
/// <param name="Leg">Since the last measured visit.</param>
/// <param name="Pace">Minutes a kilometre of that leg.</param>
/// <param name="Since">Where the leg began, when it is not the visit just before.</param>
/// <param name="Overall">Place among all.</param>
/// <param name="BySex">Place among the same sex.</param>
/// <param name="ByDivision">Place in the division.</param>
/// <param name="Inferred">Where nothing was measured: what it is likely to have been, with its bounds; empty when that cannot be told.</param>
public sealed record SplitLine(
    string Name, string Distance, bool Measured, string Clock, string Gun, string Net, string Leg, string Pace, string Since,
    string Overall, string BySex, string ByDivision, string Inferred = "");
