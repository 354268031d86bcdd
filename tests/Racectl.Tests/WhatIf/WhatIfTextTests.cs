using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.WhatIf;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Tests.WhatIf;

public sealed class WhatIfTextTests
{
    [Fact]
    public void A_scenario_is_told_with_counts_winners_awards_and_runners()
    {
        var summary = new ScenarioSummary { EvaluationTime = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(42)) };
        summary.Races.Add(new RaceDifference
        {
            RaceId = "half",
            ChangedCount = 1,
            StatusCount = 1,
            Winners = { new WinnerChange { Sex = Sex.Female, Place = 1, BeforeBibs = { "7" }, AfterBibs = { "9", "10" } } },
        });
        var row = new ScenarioRow
        {
            RaceId = "half",
            Bib = "7",
            DisplayName = "Kim, [Sol]",
            Before = new ScenarioState { Status = ResultStatus.Finished, ExactTime = Duration.FromTimeSpan(TimeSpan.FromSeconds(3_600.25)), Places = new Places { Overall = 1 } },
            After = new ScenarioState { Status = ResultStatus.Dsq, Places = new Places() },
        };

        using var output = new StringWriter();
        using var error = new StringWriter();
        WhatIfText.Write(new Terminal(output, error, isJson: false), summary, [row]);

        Assert.All(
            ["half: 1 runner changes: 1 in status", "  F place 1: 7 -> 9, 10", "FIN -> DSQ", "1:00:00.25 -> -", "1 -> -", "Kim, [Sol]"],
            part => Assert.Contains(part, output.ToString(), StringComparison.Ordinal));
        Assert.Contains("Evaluated in 42 ms; nothing was changed.", error.ToString(), StringComparison.Ordinal);
    }
}
