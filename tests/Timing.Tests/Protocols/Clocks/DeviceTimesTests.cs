using Microsoft.Extensions.Time.Testing;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Tests.Protocols.Clocks;

public sealed class DeviceTimesTests
{
    private const long Hour = 3_600_000_000;

    [Theory]
    [InlineData("Asia/Pyongyang", "2015-08-14 23:29:59.999999", "2015-08-14T14:29:59.999999Z")]
    [InlineData("Asia/Pyongyang", "2015-08-15 00:00:00", "2015-08-14T15:30:00Z")]
    [InlineData("Asia/Pyongyang", "2017-04-09 09:30:00", "2017-04-09T01:00:00Z")]
    [InlineData("Asia/Pyongyang", "2018-05-04 23:29:59", "2018-05-04T14:59:59Z")]
    [InlineData("Asia/Pyongyang", "2018-05-05 00:00:00", "2018-05-04T15:00:00Z")]
    [InlineData("Asia/Pyongyang", "2025-04-06 09:00:00", "2025-04-06T00:00:00Z")]
    [InlineData("Asia/Kathmandu", "2024-02-29 05:45:00", "2024-02-29T00:00:00Z")]
    [InlineData("Asia/Kathmandu", "2024-02-29 00:00:00", "2024-02-28T18:15:00Z")]
    [InlineData("Australia/Lord_Howe", "2025-10-05 01:59:59", "2025-10-04T15:29:59Z")]
    [InlineData("Australia/Lord_Howe", "2025-10-05 02:30:00", "2025-10-04T15:30:00Z")]
    [InlineData("America/New_York", "2024-11-03 09:40:00", "2024-11-03T14:40:00Z")]
    [InlineData("Europe/Berlin", "2025-03-30 01:59:59.999999", "2025-03-30T00:59:59.999999Z")]
    [InlineData("Europe/Berlin", "2025-03-30 03:00:00", "2025-03-30T01:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-31 00:00:00", "2011-12-30T10:00:00Z")]
    [InlineData("+05:30", "2024-02-29 00:00:00", "2024-02-28T18:30:00Z")]
    [InlineData("-03:30", "2023-12-31 23:59:59", "2024-01-01T03:29:59Z")]
    [InlineData("UTC", "1970-01-01 00:00:00", "1970-01-01T00:00:00Z")]
    public void A_local_time_is_brought_to_utc(string zone, string local, string expected)
    {
        Assert.True(Resolve(Times(zone), local, out var micros, out var problem), problem);
        Assert.Equal(DateTimeOffset.Parse(expected, null), DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2025-03-30 02:00:00")]
    [InlineData("Europe/Berlin", "2025-03-30 02:59:59")]
    [InlineData("America/New_York", "2024-03-10 02:30:00")]
    [InlineData("Australia/Lord_Howe", "2025-10-05 02:29:59")]
    [InlineData("Asia/Pyongyang", "2018-05-04 23:30:00")]
    [InlineData("Asia/Pyongyang", "2018-05-04 23:59:59")]
    [InlineData("Pacific/Apia", "2011-12-30 12:00:00")]
    public void A_time_that_no_clock_showed_is_refused_live_or_not(string zone, string local)
    {
        Assert.False(Resolve(Times(zone), local, out _, out var problem));
        Assert.Contains("does not exist", problem, StringComparison.Ordinal);
        Assert.False(Resolve(Times(zone, live: new FakeTimeProvider()), local, out _, out _));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2024-10-27 02:30:00", "2024-10-27T00:30:00Z", "2024-10-27T01:30:00Z")]
    [InlineData("America/New_York", "2024-11-03 01:00:00", "2024-11-03T05:00:00Z", "2024-11-03T06:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2025-04-06 01:45:00", "2025-04-05T14:45:00Z", "2025-04-05T15:15:00Z")]
    [InlineData("Asia/Pyongyang", "2015-08-14 23:45:00", "2015-08-14T14:45:00Z", "2015-08-14T15:15:00Z")]
    public void A_time_that_clocks_showed_twice_is_refused_in_a_file_and_near_to_now_in_a_live_session(string zone, string local, string first, string second)
    {
        Assert.False(Resolve(Times(zone), local, out _, out var problem));
        Assert.Contains("twice", problem, StringComparison.Ordinal);
        foreach (var expected in new[] { first, second }.Select(text => DateTimeOffset.Parse(text, null)))
        {
            Assert.True(Resolve(Times(zone, live: new FakeTimeProvider(expected.AddSeconds(20))), local, out var micros, out _));
            Assert.Equal(expected, DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>There and back over a century of offsets, in every zone of the machine.</summary>
    [Fact]
    public void Whatever_a_zone_does_the_moment_is_one_at_which_its_clocks_show_that()
    {
        var random = Seed.NextRandom();
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            var times = new DeviceTimes(zone, null, new FakeTimeProvider());
            for (var i = 0; i < 20; i++)
            {
                var moment = random.NextInt64(86_400, 3_000_000_000) * 1_000_000;
                var wall = WallTime.At(moment, zone);
                Assert.True(WallTime.TryResolve(times, wall, out var micros, out var problem), $"{zone.Id} {moment}: {problem}");
                Assert.Equal(wall, WallTime.At(micros, zone));
            }
        }
    }

    [Fact]
    public void Without_a_date_the_day_nearest_to_now_counts_about_midnight_too()
    {
        foreach (var (now, hour, expected) in new[]
        {
            ("2024-02-29T00:00:10+09:00", 23.999, "2024-02-28"), ("2024-02-28T23:59:50+09:00", 0.001, "2024-02-29"), ("2024-03-01T00:10:00+09:00", 23.0, "2024-02-29"),
            ("2025-12-31T23:59:00+09:00", 0.5, "2026-01-01"), ("2025-04-06T09:00:00+09:00", 9.2, "2025-04-06"),
        })
        {
            var times = Times("Asia/Pyongyang", live: new FakeTimeProvider(DateTimeOffset.Parse(now, null)));
            Assert.True(times.TryTimeOfDay((long)(hour * Hour), out var micros, out _));
            Assert.Equal(expected, DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", null));
        }
    }

    [Fact]
    public void Without_a_date_a_file_needs_a_declared_one()
    {
        Assert.False(Times("UTC").TryTimeOfDay(Hour, out _, out var problem));
        Assert.Contains("no date", problem, StringComparison.Ordinal);
        Assert.True(new DeviceTimes(TimeZoneInfo.Utc, new DateOnly(2024, 2, 29)).TryTimeOfDay(Hour, out var micros, out _));
        Assert.Equal(new DateTime(2024, 2, 29, 1, 0, 0, DateTimeKind.Utc), DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24 * Hour)]
    [InlineData(long.MaxValue)]
    public void A_time_of_day_lies_inside_of_a_day(long micros) => Assert.False(Times("UTC").TryLocal(new DateOnly(2025, 1, 1), micros, out _, out _));

    [Theory]
    [InlineData("Asia/Pyongyang", true)]
    [InlineData("UTC", true)]
    [InlineData("+09:00", true)]
    [InlineData("-14:00", true)]
    [InlineData("+14:30", false)]
    [InlineData("+25:00", false)]
    [InlineData("09:00", false)]
    [InlineData("+9", false)]
    [InlineData("Mars/Olympus", false)]
    [InlineData("", false)]
    public void A_zone_is_an_iana_name_or_an_offset(string text, bool known) => Assert.Equal(known, DeviceTimes.ZoneOf(text) is not null);

    private static DeviceTimes Times(string zone, TimeProvider? live = null) => new(DeviceTimes.ZoneOf(zone)!, null, live);

    private static bool Resolve(DeviceTimes times, string local, out long micros, out string problem)
    {
        var time = DateTime.Parse(local, null);
        return times.TryLocal(DateOnly.FromDateTime(time), time.TimeOfDay.Ticks / TimeSpan.TicksPerMicrosecond, out micros, out problem);
    }
}
