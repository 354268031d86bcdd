using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Dashboard.Service.Runners;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Runners;

public sealed class ExpectedLinesTests
{
    private static readonly DateTimeOffset Gun = new(2025, 4, 6, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Next_split_and_finish_come_with_their_bounds()
    {
        var lines = Lines(new RunnerPrediction { Next = Visit("30k", 7_200), Finish = Visit("finish", 10_800) });
        Assert.Equal(
            [("30 km", "02:00:00 (01:59:00 to 02:02:00)", "2:00:00 (1:59:00 to 2:02:00)"), ("finish", "03:00:00 (02:59:00 to 03:02:00)", "3:00:00 (2:59:00 to 3:02:00)")],
            lines.Select(line => (line.Where, line.When, line.Time)));
    }

    [Fact]
    public void Where_no_split_is_left_the_finish_is_said_once()
    {
        var finish = Visit("finish", 10_800);
        Assert.Equal("finish", Assert.Single(Lines(new RunnerPrediction { Next = finish, Finish = finish })).Where);
    }

    [Fact]
    public void Without_a_prediction_nothing_is_said() => Assert.Empty(Lines(null));

    private static IReadOnlyList<ExpectedLine> Lines(RunnerPrediction? prediction)
    {
        var runner = new ParticipantResult { Standing = new Standing(), Splits = { new SplitResult { SplitId = "30k", DisplayName = "30 km" } } };
        return ExpectedLines.Of(prediction, runner, MeetClock.Of("UTC"));
    }

    private static VisitPrediction Visit(string split, int seconds) => new()
    {
        SplitId = split,
        ExpectedTime = At(seconds),
        LowTime = At(seconds - 60),
        HighTime = At(seconds + 120),
        OfficialTime = new Duration { Seconds = seconds },
        LowOfficialTime = new Duration { Seconds = seconds - 60 },
        HighOfficialTime = new Duration { Seconds = seconds + 120 },
    };

    private static Timestamp At(int seconds) => Timestamp.FromDateTimeOffset(Gun.AddSeconds(seconds));
}
