namespace RaceSystem.Dashboard.Service.Leaders;

/// <summary>One line of a group, worded as it is shown; the page and its script use the same texts.</summary>
/// <param name="Id">Key of the line in its group.</param>
/// <param name="Place">In the group; of a nation's first runner the place overall.</param>
/// <param name="Bib">Empty: a team, or a runner who is not to be named here.</param>
/// <param name="Name">Runner or team.</param>
/// <param name="Nation">Country code.</param>
/// <param name="At">Where it was measured, or what a team still waits for.</param>
/// <param name="Time">Time there, or a team's score.</param>
/// <param name="Gap">To the leader of the group.</param>
public sealed record LeaderRow(string Id, string Place, string Bib, string Name, string Nation, string At, string Time, string Gap)
{
    /// <summary>A team's score as far as it is only expected; the time is empty then.</summary>
    public string Expected { get; init; } = "";

    /// <summary>Places gained since the split before, with an arrow.</summary>
    public string Up { get; init; } = "";

    /// <summary>Places lost, with an arrow.</summary>
    public string Down { get; init; } = "";

    /// <summary>The same in words.</summary>
    public string Moved { get; init; } = "";
}
