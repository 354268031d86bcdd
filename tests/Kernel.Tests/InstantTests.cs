using RaceSystem.Kernel;
using RaceSystem.Testing;

namespace RaceSystem.Kernel.Tests;

public sealed class InstantTests
{
    [Fact]
    public void The_epoch_is_zero() => Assert.Equal(new Instant(0), Instant.From(DateTimeOffset.UnixEpoch));

    [Fact]
    public void The_offset_does_not_matter() =>
        Assert.Equal(
            Instant.From(new DateTimeOffset(2025, 4, 6, 0, 0, 0, TimeSpan.Zero)),
            Instant.From(new DateTimeOffset(2025, 4, 6, 9, 0, 0, TimeSpan.FromHours(9))));

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(-1, -1)]
    [InlineData(-10, -1)]
    [InlineData(-11, -2)]
    public void A_timestamp_lies_in_its_microsecond_before_1970_as_after(long ticks, long micros) =>
        Assert.Equal(new Instant(micros), Instant.From(DateTimeOffset.UnixEpoch.AddTicks(ticks)));

    [Fact]
    public void A_moment_round_trips_through_dotnet_and_keeps_its_order()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 1_000; i++)
        {
            var a = new Instant(random.NextInt64(-2_000_000_000_000_000, 4_000_000_000_000_000));
            var b = new Instant(random.NextInt64(-2_000_000_000_000_000, 4_000_000_000_000_000));
            Assert.Equal(a, Instant.From(a.ToDateTimeOffset()));
            Assert.Equal(a < b, a.ToDateTimeOffset() < b.ToDateTimeOffset());
            Assert.Equal(b, a + (b - a));
        }
    }

    [Fact]
    public void Text_is_iso_8601_with_microseconds() =>
        Assert.Equal("2025-04-06T00:00:00.250001Z", (Instant.From(new(2025, 4, 6, 0, 0, 0, TimeSpan.Zero)) + new Elapsed(250_001)).ToString());
}
