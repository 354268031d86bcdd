using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Races;

/// <summary>One page of a complete standing.</summary>
/// <param name="Standings">Its rows.</param>
/// <param name="Leader">Row that gaps count from; null: the page's first.</param>
/// <param name="Total">Ranked runners in the view.</param>
/// <param name="Next">Continuation; empty at the end.</param>
public sealed record StandingsPage(IReadOnlyList<Standing> Standings, Standing? Leader, int Total, string Next);
