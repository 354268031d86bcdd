namespace RaceSystem.AllInOne.Tests;

public sealed class AllInOneOptionsTests
{
    [Fact]
    public void Without_arguments_it_keeps_its_data_and_runs_no_demo()
    {
        var options = Parse();
        Assert.False(options.Demo);
        Assert.False(options.DataIsTemporary);
        Assert.True(Path.IsPathFullyQualified(options.DataFolder));
        Assert.Empty(options.HostArguments);
    }

    [Fact]
    public void A_demo_without_a_folder_leaves_nothing_behind()
    {
        Assert.True(Parse("--demo").DataIsTemporary);
        Assert.False(Parse("--demo", "--data", "somewhere").DataIsTemporary);
    }

    [Theory]
    [InlineData("--demo-speed", "120")]
    [InlineData("--demo-speed=120x")]
    public void Values_follow_their_option_or_an_equals_sign(params string[] arguments) => Assert.Equal(120, Parse(arguments).DemoSpeed);

    [Fact]
    public void What_it_does_not_know_is_configuration_of_the_host() =>
        Assert.Equal(["--Logging:LogLevel:Default=Debug"], Parse("--demo", "--Logging:LogLevel:Default=Debug").HostArguments);

    [Theory]
    [InlineData("--demo-speed", "fast")]
    [InlineData("--demo-speed", "0")]
    [InlineData("--demo-seed", "-1")]
    [InlineData("--data")]
    public void Nonsense_is_refused_with_the_option_and_what_would_be_right(params string[] arguments)
    {
        Assert.False(AllInOneOptions.TryParse(arguments, out _, out var message));
        Assert.Contains(arguments[0], message, StringComparison.Ordinal);
    }

    private static AllInOneOptions Parse(params string[] arguments)
    {
        Assert.True(AllInOneOptions.TryParse(arguments, out var options, out var message), message);
        return options;
    }
}
