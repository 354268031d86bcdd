using RaceSystem.Dashboard.Service.Presentation;

namespace RaceSystem.Dashboard.Tests.Presentation;

public sealed class MeetClockTests
{
    private static readonly DateTimeOffset Moment = new(2025, 4, 6, 0, 30, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("Asia/Pyongyang", "09:30:05", "Asia/Pyongyang (UTC+09:00)")]
    [InlineData("America/Chicago", "19:30:05", "America/Chicago (UTC−05:00)")]
    [InlineData("Asia/Kolkata", "06:00:05", "Asia/Kolkata (UTC+05:30)")]
    [InlineData("No/Where", "00:30:05", "UTC")]
    [InlineData("", "00:30:05", "UTC")]
    public void Times_of_day_are_the_venues_and_say_so(string zone, string time, string name)
    {
        var clock = MeetClock.Of(zone);
        Assert.Equal(time, clock.Time(Moment));
        Assert.Equal(name, clock.ZoneOn("2025-04-06"));
    }

    [Theory]
    [InlineData("2025-04-06", "Sunday 6 April 2025")]
    [InlineData("soon", "soon")]
    public void Days_are_written_out(string day, string text) => Assert.Equal(text, MeetClock.Day(day));
}
