using RaceSystem.Kernel;
using RaceSystem.Testing;

namespace RaceSystem.Kernel.Tests;

public sealed class ElapsedTests
{
    [Theory]
    [InlineData(7_784_300_000, 7_785)] // The rule's own example: 2:09:44.3 is recorded as 2:09:45.
    [InlineData(7_785_000_000, 7_785)]
    [InlineData(7_785_000_001, 7_786)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(-999_999, 0)]
    [InlineData(-1_000_000, -1)]
    [InlineData(-1_500_000, -1)]
    public void Seconds_round_up_to_the_next_longer_second(long micros, long seconds) => Assert.Equal(seconds, new Elapsed(micros).CeilingSeconds());

    [Fact]
    public void Rounding_up_is_the_smallest_whole_second_not_below_the_time()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 10_000; i++)
        {
            var time = new Elapsed(random.NextInt64(-100_000_000_000, 100_000_000_000));
            var seconds = Elapsed.FromSeconds(time.CeilingSeconds());
            Assert.True(seconds >= time);
            Assert.True(seconds - Elapsed.FromSeconds(1) < time);
        }
    }

    [Fact]
    public void Rounding_up_works_at_the_ends_of_the_range()
    {
        Assert.Equal(9_223_372_036_855, new Elapsed(long.MaxValue).CeilingSeconds());
        Assert.Equal(-9_223_372_036_854, new Elapsed(long.MinValue).CeilingSeconds());
    }

    [Fact]
    public void Arithmetic_is_exact_and_checked()
    {
        Assert.Equal(new Elapsed(3_000_001), Elapsed.FromSeconds(2) + new Elapsed(1_000_001));
        Assert.Equal(new Elapsed(-1), new Elapsed(1) - new Elapsed(2));
        Assert.Throws<OverflowException>(() => new Elapsed(long.MaxValue) + new Elapsed(1));
    }

    [Fact]
    public void A_span_round_trips_through_dotnet()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 1_000; i++)
        {
            var span = new Elapsed(random.NextInt64(-1_000_000_000_000, 1_000_000_000_000));
            Assert.Equal(span, Elapsed.From(span.ToTimeSpan()));
        }
    }

    [Theory]
    [InlineData(7_403_250_000, "7403.250000")]
    [InlineData(-1, "-0.000001")]
    [InlineData(0, "0.000000")]
    public void Text_shows_every_microsecond(long micros, string text) => Assert.Equal(text, new Elapsed(micros).ToString());
}
