using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Registration.V1;

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

    [Theory]
    [InlineData(1799.8, "29:59.8")]
    [InlineData(1800, "30:00.0")]
    [InlineData(-0.3, "−0:00.3")]
    public void A_race_on_the_track_shows_tenths_a_zero_too(double seconds, string text) =>
        Assert.Equal(text, RaceTime.Show(Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds)), TimeResolution.Tenth));

    [Fact]
    public void A_gap_has_the_resolution_of_the_times()
    {
        var (own, leader) = (Duration.FromTimeSpan(TimeSpan.FromSeconds(1800.2)), Duration.FromTimeSpan(TimeSpan.FromSeconds(1799.9)));
        Assert.Equal("+0:00.3", RaceTime.Gap(own, leader, TimeResolution.Tenth));
        Assert.Equal("+0:01", RaceTime.Gap(own, leader, TimeResolution.Second));
        Assert.Equal("", RaceTime.Gap(leader, own, TimeResolution.Tenth));
    }

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

    [Theory]
    [InlineData(83, 0, TimeResolution.Second, "+1:23")]
    [InlineData(-5, 0, TimeResolution.Second, "−0:05")]
    [InlineData(0, 0, TimeResolution.Second, "")]
    [InlineData(0, 300_000_000, TimeResolution.Tenth, "+0:00.3")]
    [InlineData(-1, -200_000_000, TimeResolution.Tenth, "−0:01.2")]
    public void A_gap_may_be_negative(int seconds, int nanos, TimeResolution resolution, string text) =>
        Assert.Equal(text, RaceTime.Gap(new Duration { Seconds = seconds, Nanos = nanos }, resolution));
}
