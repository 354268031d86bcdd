namespace RaceSystem.Testing.Races;

/// <summary>
/// Places by their definition: one more than the number of runners in the group who were faster. Quadratic, and on purpose
/// not a line in common with the product.
/// </summary>
public static class PlaceOracle
{
    /// <summary>The expected result of each runner, in the order given.</summary>
    public static IReadOnlyList<ExpectedResult> Judge(IReadOnlyList<ScriptedRunner> runners) =>
        [.. runners.Select(runner => new ExpectedResult(
            runner.Bib,
            runner.Status,
            runner.RankingTime is { } time ? (time + 99) / 100 : null,
            Place(runner, runners, _ => true),
            runner.Sex.Length == 0 ? null : Place(runner, runners, other => other.Sex == runner.Sex),
            runner.Sex.Length == 0 || runner.Division.Length == 0
                ? null
                : Place(runner, runners, other => other.Sex == runner.Sex && other.Division == runner.Division)))];

    private static int? Place(ScriptedRunner runner, IReadOnlyList<ScriptedRunner> runners, Func<ScriptedRunner, bool> inGroup) =>
        runner.RankingTime is { } time ? 1 + runners.Count(other => other.RankingTime < time && inGroup(other)) : null;
}
