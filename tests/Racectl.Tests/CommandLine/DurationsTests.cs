using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Tests.CommandLine;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("0", 0)]
    [InlineData("2m", 120)]
    [InlineData("500ms", 0.5)]
    [InlineData("1.5h", 5400)]
    public void Durations_are_read_as_typed(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Durations.Parse(text));

    [Theory]
    [InlineData("30")]
    [InlineData("s")]
    [InlineData("-3s")]
    [InlineData("25h")]
    [InlineData("1d")]
    public void Anything_else_is_refused(string text) => Assert.Null(Durations.Parse(text));
}
