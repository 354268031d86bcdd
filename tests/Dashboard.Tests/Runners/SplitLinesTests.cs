using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Dashboard.Service.Runners;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Runners;

public sealed class SplitLinesTests
{
    private static readonly DateTimeOffset Gun = new(2025, 4, 6, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_leg_counts_from_the_visit_before()
    {
        var lines = Lines(12, (0, 12), (5_000, 1_212), (10_000, 2_512));
        Assert.Equal([("", ""), ("20:00", "4:00"), ("21:40", "4:20")], lines.Select(line => (line.Leg, line.Pace)));
    }

    [Fact]
    public void A_leg_over_an_unmeasured_visit_says_where_it_began()
    {
        var lines = Lines(0, (0, 0), (5_000, 1_200), (10_000, null), (15_000, 3_600));
        Assert.False(lines[2].Measured);
        Assert.Equal(("40:00", "4:00", "5000"), (lines[3].Leg, lines[3].Pace, lines[3].Since));
    }

    [Fact]
    public void Without_a_start_the_first_leg_counts_from_the_gun()
    {
        var lines = Lines(null, (0, null), (5_000, 1_250));
        Assert.Equal(("20:50", "4:10", "the start"), (lines[1].Leg, lines[1].Pace, lines[1].Since));
    }

    [Fact]
    public void What_was_inferred_stands_beside_what_was_not_measured_and_says_so()
    {
        var runner = new ParticipantResult { GunStartTime = At(0) };
        runner.Splits.Add(new SplitResult
        {
            SplitId = "5k",
            DistanceM = 5_000,
            Inferred = new InferredSplit { OfficialTime = Seconds(1_250), OfficialTimeLow = Seconds(1_200), OfficialTimeHigh = Seconds(1_310) },
        });

        var line = Assert.Single(SplitLines.Of(runner, MeetClock.Of("UTC")));

        Assert.False(line.Measured);
        Assert.Equal(("", "", "inferred 20:50, between 20:00 and 21:50"), (line.Gun, line.Net, line.Inferred));
    }

    [Fact]
    public void Nothing_measured_is_a_table_all_the_same() =>
        Assert.All(Lines(null, (0, null), (5_000, null)), line => Assert.False(line.Measured));

    private static IReadOnlyList<SplitLine> Lines(int? start, params (long Metres, int? Seconds)[] splits)
    {
        var runner = new ParticipantResult { GunStartTime = At(0), StartTime = start is { } seconds ? At(seconds) : null };
        runner.Splits.Add(splits.Select(split => new SplitResult
        {
            SplitId = $"{split.Metres}",
            DistanceM = split.Metres,
            Measured = split.Seconds is not null,
            PassingTime = split.Seconds is { } passed ? At(passed) : null,
        }));
        return SplitLines.Of(runner, MeetClock.Of("UTC"));
    }

    private static Duration Seconds(int seconds) => new() { Seconds = seconds };

    private static Timestamp At(int seconds) => Timestamp.FromDateTimeOffset(Gun.AddSeconds(seconds));
}
