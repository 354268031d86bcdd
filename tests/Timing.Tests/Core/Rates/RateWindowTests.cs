using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Rates;

namespace RaceSystem.Timing.Tests.Core.Rates;

public sealed class RateWindowTests
{
    private static readonly Instant Start = new(1_700_000_000_000_000);

    [Fact]
    public void The_rate_is_what_came_in_ten_seconds_and_fades_bucket_by_bucket()
    {
        var window = new RateWindow();
        window.Add(Start, 100);
        window.Add(Start + Elapsed.FromSeconds(5), 50);
        Assert.Equal(15.0, window.PerSecond(Start + Elapsed.FromSeconds(9)));
        Assert.Equal(5.0, window.PerSecond(Start + Elapsed.FromSeconds(10)));
        Assert.Equal(0.0, window.PerSecond(Start + Elapsed.FromSeconds(15)));
    }

    [Fact]
    public void A_bucket_is_used_again_after_ten_seconds()
    {
        var window = new RateWindow();
        window.Add(Start, 100);
        window.Add(Start + Elapsed.FromSeconds(10), 7);
        Assert.Equal(0.7, window.PerSecond(Start + Elapsed.FromSeconds(10)));
    }
}
