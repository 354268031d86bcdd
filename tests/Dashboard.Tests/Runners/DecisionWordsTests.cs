using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Service.Runners;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Runners;

public sealed class DecisionWordsTests
{
    [Fact]
    public void Every_kind_that_changes_a_line_has_its_words()
    {
        foreach (var kind in System.Enum.GetValues<DecisionKind>().Except([DecisionKind.Unspecified, DecisionKind.AnomalyDismissal]))
        {
            Assert.Single(Words(new AppliedDecision { Kind = kind, Time = new Duration { Seconds = 30 } }));
        }
    }

    [Fact]
    public void A_dismissed_anomaly_is_nobodys_business() => Assert.Empty(Words(new AppliedDecision { Kind = DecisionKind.AnomalyDismissal }));

    [Fact]
    public void Rules_times_and_appeals_are_named() => Assert.Equal(
        ["Disqualified under rule TR 6.3 – under appeal", "Penalty of 0:30", "Time adjusted by −1:05 at 10k", "Time adjusted by +0:05"],
        Words(
            new AppliedDecision { Kind = DecisionKind.Disqualification, RuleNumber = "TR 6.3", Appealed = true },
            new AppliedDecision { Kind = DecisionKind.Penalty, Time = new Duration { Seconds = 30 } },
            new AppliedDecision { Kind = DecisionKind.TimeAdjustment, Time = new Duration { Seconds = -65 }, SplitId = "10k" },
            new AppliedDecision { Kind = DecisionKind.TimeAdjustment, Time = new Duration { Seconds = 5 } }));

    private static IReadOnlyList<string> Words(params AppliedDecision[] decisions) => DecisionWords.Of(new Standing { Decisions = { decisions } });
}
