namespace RaceSystem.Acceptance.Tests.Replay;

/// <summary>A real race and the rule that its data README names.</summary>
internal sealed record AcceptFile(string Name, bool EveryDay, params string[] ReplayOptions)
{
    /// <summary>Set to <c>all</c>, every file is replayed instead of one small and one large.</summary>
    public const string Variable = "RACESYSTEM_ACCEPTANCE";

    public const string Largest = "chicago_2023";

    public static readonly IReadOnlyList<AcceptFile> Everything =
    [
        new("nyc_2016_tail", true, "--basis", "net"),
        new(Largest, true, "--basis", "net"),
        new("wroclaw_half_2023", false, "--basis", "net"),
        new("boston_2005", false, "--basis", "gun"),
        new("boston_2015", false, "--basis", "net"),
        new("berlin_2013", false, "--basis", "net"),
        new("dublin_2013", false, "--basis", "gun", "--splits", "net"),
    ];

    public static bool All => string.Equals(Environment.GetEnvironmentVariable(Variable), "all", StringComparison.OrdinalIgnoreCase);

    public static AcceptFile Named(string name) => Everything.Single(file => file.Name == name);

    public string Require() => RaceData.Require("accept", $"{Name}.csv.gz");
}
