using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Testing;

namespace RaceSystem.Dashboard.Tests.Presentation;

public sealed class TimeEntryTests
{
    private static readonly MeetClock Pyongyang = MeetClock.Of("Asia/Pyongyang");

    [Theory]
    [InlineData("30", 30)]
    [InlineData("90", 90)]
    [InlineData("1:30", 90)]
    [InlineData("1:02:03.25", 3723.25)]
    [InlineData("-0:45", -45)]
    [InlineData("−45", -45)]
    [InlineData("+0.000001", 0.000001)]
    public void A_duration_is_read_as_people_write_it(string text, double seconds) =>
        Assert.Equal(Duration.FromTimeSpan(TimeSpan.FromMicroseconds((long)Math.Round(seconds * 1e6))), TimeEntry.ParseDuration(text));

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1:60")]
    [InlineData("1:60:00")]
    [InlineData("1.0000001")]
    [InlineData("1 30")]
    public void What_is_no_duration_is_refused(string text) => Assert.Null(TimeEntry.ParseDuration(text));

    [Fact]
    public void What_is_shown_is_read_back_to_the_microsecond()
    {
        var random = new Random(Seed.Next());
        for (var i = 0; i < 2_000; i++)
        {
            var duration = Duration.FromTimeSpan(TimeSpan.FromMicroseconds(random.NextInt64(-86_400_000_000, 86_400_000_000)));
            Assert.Equal(duration, TimeEntry.ParseDuration(TimeEntry.Show(duration)));
            var moment = Timestamp.FromDateTimeOffset(new DateTimeOffset(2025, 4, 6, 0, 0, 0, TimeSpan.Zero).AddMicroseconds(random.NextInt64(-86_400_000_000, 86_400_000_000)));
            Assert.Equal(moment, TimeEntry.ParseMoment(TimeEntry.Show(moment, "2025-04-06", Pyongyang), "2025-04-06", Pyongyang));
        }
    }

    [Fact]
    public void A_time_of_day_is_of_race_day_unless_it_names_another()
    {
        Assert.Equal(new DateTimeOffset(2025, 4, 6, 2, 9, 43, 250, TimeSpan.Zero), TimeEntry.ParseMoment("11:09:43.25", "2025-04-06", Pyongyang)!.ToDateTimeOffset());
        Assert.Equal(new DateTimeOffset(2025, 4, 6, 15, 10, 0, TimeSpan.Zero), TimeEntry.ParseMoment("2025-04-07 00:10:00", "2025-04-06", Pyongyang)!.ToDateTimeOffset());
    }

    [Theory]
    [InlineData("02:30:00", "2025-03-30")] // clocks go forward: there is no such time
    [InlineData("02:30:00", "2025-10-26")] // they go back: there are two
    [InlineData("25:00:00", "2025-04-06")]
    [InlineData("11:09", "2025-04-06")]
    [InlineData("2025-13-01 10:00:00", "2025-04-06")]
    public void A_time_that_is_none_or_two_is_refused(string text, string day) => Assert.Null(TimeEntry.ParseMoment(text, day, MeetClock.Of("Europe/Berlin")));
}
