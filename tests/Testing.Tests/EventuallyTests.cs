using System.Globalization;

namespace RaceSystem.Testing.Tests;

public sealed class EventuallyTests
{
    [Fact]
    public async Task Goes_on_as_soon_as_the_condition_holds()
    {
        var looks = 0;
        await Eventually.TrueAsync(() => ++looks == 3);
        Assert.Equal(3, looks);
    }

    [Fact]
    public async Task Says_what_did_not_happen_and_why()
    {
        var never = false;
        var failure = await Assert.ThrowsAsync<TimeoutException>(
            () => Eventually.TrueAsync(() => never, TimeSpan.FromMilliseconds(50), () => "four of five"));
        Assert.Contains("() => never", failure.Message, StringComparison.Ordinal);
        Assert.Contains("four of five", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_exception_of_a_condition_that_always_throws()
    {
        var failure = await Assert.ThrowsAsync<TimeoutException>(
            () => Eventually.TrueAsync(() => int.Parse("no server", CultureInfo.InvariantCulture) > 0, TimeSpan.FromMilliseconds(50)));
        Assert.IsType<FormatException>(failure.InnerException);
    }
}
