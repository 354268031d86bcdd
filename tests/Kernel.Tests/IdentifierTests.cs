using RaceSystem.Kernel;

namespace RaceSystem.Kernel.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("5k")]
    [InlineData("pyongyang-2025")]
    [InlineData("m_1")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890123")]
    public void Lower_case_letters_digits_hyphen_and_underscore_make_an_id(string text)
    {
        Assert.True(Identifier.IsValid(text));
        Assert.Equal(text, Identifier.Require(text, "meet_id"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("_a")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("../etc")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public void Anything_else_is_refused_by_field(string? text)
    {
        Assert.False(Identifier.IsValid(text));
        var refusal = Assert.Throws<RefusalException>(() => Identifier.Require(text, "meet_id"));
        Assert.Equal("ID_INVALID", refusal.Reason);
        Assert.Equal(RefusalKind.InvalidArgument, refusal.Kind);
        Assert.Equal("meet_id", Assert.Single(refusal.Violations).Field);
    }

    [Fact]
    public void A_huge_id_is_not_repeated_whole_in_the_message() =>
        Assert.True(Assert.Throws<RefusalException>(() => Identifier.Require(new string('x', 100_000), "meet_id")).Message.Length < 500);
}
