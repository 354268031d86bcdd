namespace RaceSystem.Dashboard.Service.Races;

/// <summary>One line of a standing, worded as it is shown; the page and its script use the same texts.</summary>
/// <param name="Id">entry_id, the row's key.</param>
/// <param name="Place">Place in the view.</param>
/// <param name="Bib">Number on the chest.</param>
/// <param name="Name">As entered, in any script; the bib where it is not to be shown.</param>
/// <param name="Nation">Country code.</param>
/// <param name="Club">Club.</param>
/// <param name="Division">division_id.</param>
/// <param name="At">Last point measured; empty where the view itself says it.</param>
/// <param name="Time">Official time.</param>
/// <param name="Gap">Behind the leader of the view.</param>
/// <param name="Gun">Gun time.</param>
/// <param name="Net">Net time.</param>
public sealed record StandingRow(
    string Id, string Place, string Bib, string Name, string Nation, string Club, string Division, string At, string Time, string Gap, string Gun, string Net)
{
    /// <summary>Places gained since the split before, for example <c>▲3</c>; empty: none.</summary>
    public string Up { get; init; } = "";

    /// <summary>Places lost, for example <c>▼2</c>; empty: none.</summary>
    public string Down { get; init; } = "";

    /// <summary>The same in words, for those who do not see the arrows.</summary>
    public string Moved { get; init; } = "";

    /// <summary>Time expected at the finish, never a measured one; empty: finished, out, or it cannot be told.</summary>
    public string Expected { get; init; } = "";

    /// <summary>Between what two times eight of ten such runners finish.</summary>
    public string Between { get; init; } = "";
}
