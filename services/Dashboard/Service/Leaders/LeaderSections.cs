namespace RaceSystem.Dashboard.Service.Leaders;

/// <summary>The parts of the leaders' page, in their order.</summary>
public static class LeaderSections
{
    /// <summary>The race and the sexes.</summary>
    public const string Overall = "overall";

    /// <summary>Who gained or lost places.</summary>
    public const string Moves = "moves";

    /// <summary>How teams are expected to stand.</summary>
    public const string Teams = "teams";

    /// <summary>Divisions and lists beside them.</summary>
    public const string Divisions = "divisions";

    /// <summary>First runners of the nations.</summary>
    public const string Nations = "nations";

    /// <summary>Each with its heading.</summary>
    public static IReadOnlyList<(string Section, string Title)> All { get; } =
        [(Overall, "Overall and by sex"), (Moves, "Moves since the split before"), (Teams, "Projected teams"), (Divisions, "Divisions"), (Nations, "Nations")];
}
