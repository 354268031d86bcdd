using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Records;

namespace RaceSystem.Results.Tests.Records;

public sealed class AdjudicationWritingTests
{
    public static TheoryData<Decision> Decisions() =>
    [
        new Disqualification("TR 6.3"), new NotClassification(), new Reinstatement(), new Penalty(Elapsed.FromSeconds(30), "x"), new TimeAdjustment(Elapsed.FromSeconds(-5), "half"),
        new CrossingOverride("finish", new Instant(1_700_000_000_123_456)), new CrossingOverride("finish", null), new StartWithWave("b"), new StartOffset(new Elapsed(-1_500_000)), new StartTime(new Instant(1_700_000_000_000_001)),
        new ChipDecision("C1", true), new BibSwap("7"), new RaceMove("ten", "b"), new AnomalyDismissal("a"),
    ];

    [Theory]
    [MemberData(nameof(Decisions))]
    public void What_is_written_is_read_again(Decision decision)
    {
        var adjudication = new Adjudication("a1", "marathon", "7", decision, new Instant(1_700_000_000_000_000)) { Note = "why", DecidedBy = "referee" };

        Assert.Equal(adjudication, AdjudicationReading.StandingOf(AdjudicationWriting.MessageOf(adjudication)));
    }

    [Fact]
    public void There_is_a_test_of_every_kind_of_decision() => Assert.Equal(
        typeof(Decision).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Decision)) && type != typeof(FinishOrder)).Select(type => type.Name).Order(),
        Decisions().Select(row => row.Data.GetType().Name).Distinct().Order());
}
