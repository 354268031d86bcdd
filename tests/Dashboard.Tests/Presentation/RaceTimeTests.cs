using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Service.Presentation;

namespace RaceSystem.Dashboard.Tests.Presentation;

public sealed class RaceTimeTests
{
    [Theory]
    [InlineData(7784.3, "2:09:45")]
    [InlineData(7785, "2:09:45")]
    [InlineData(2292, "38:12")]
    [InlineData(59.01, "1:00")]
    [InlineData(3600, "1:00:00")]
    [InlineData(0, "0:00")]
    public void Times_are_shown_in_whole_seconds_rounded_up(double seconds, string text) =>
        Assert.Equal(text, RaceTime.Show(Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds))));

    [Fact]
    public void No_time_is_no_text() => Assert.Equal("", RaceTime.Show((Duration?)null));

    [Theory]
    [InlineData(7800L, 7785L, "+0:15")]
    [InlineData(7785L, 7785L, "")]
    [InlineData(null, 7785L, "")]
    public void The_gap_is_to_the_leader(long? own, long? leader, string text) => Assert.Equal(text, RaceTime.Gap(own, leader));

    [Theory]
    [InlineData(1829.5, 10_000, "3:03")]
    [InlineData(300, 1_000, "5:00")]
    [InlineData(0, 1_000, "")]
    [InlineData(300, 0, "")]
    public void Pace_is_minutes_a_kilometre(double seconds, long metres, string text) =>
        Assert.Equal(text, RaceTime.Pace(TimeSpan.FromSeconds(seconds), metres));
}
