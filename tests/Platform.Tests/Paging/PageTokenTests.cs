using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Testing;

namespace RaceSystem.Platform.Tests.Paging;

public sealed class PageTokenTests
{
    [Fact]
    public void A_token_gives_back_its_position_to_the_same_list()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 1_000; i++)
        {
            var position = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next('!', 'ÿ')));
            Assert.Equal(position, PageToken.Decode("list/a", PageToken.Encode("list/a", position)));
        }
    }

    [Fact]
    public void An_empty_token_asks_for_the_first_page() => Assert.Null(PageToken.Decode("list", ""));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAA")]
    [InlineData("!")]
    [InlineData("=")]
    [InlineData("ÿÿÿÿÿÿÿÿ")]
    public void Nonsense_is_refused(string token) => AssertRefused("list", token);

    [Fact]
    public void A_token_of_another_list_or_filter_or_with_a_changed_letter_is_refused()
    {
        var token = PageToken.Encode("entries/race-1", "e-17");
        AssertRefused("entries/race-2", token);
        AssertRefused("entries/race-1", token[..^1] + (token[^1] == 'A' ? 'B' : 'A'));
        AssertRefused("entries/race-1", token + token);
        AssertRefused("entries/race-1", new string('A', PageToken.MaxLength + 1));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 1)]
    [InlineData(1_000, 1_000)]
    public void A_page_size_inside_its_limit_is_used(int requested, int used) => Assert.Equal(used, PageSize.Require(requested, 100, 1_000));

    [Theory]
    [InlineData(-1)]
    [InlineData(1_001)]
    public void A_page_size_past_its_limit_is_refused(int requested) =>
        Assert.Equal("PAGE_SIZE_INVALID", Assert.Throws<RefusalException>(() => PageSize.Require(requested, 100, 1_000)).Reason);

    private static void AssertRefused(string scope, string token) =>
        Assert.Equal("PAGE_TOKEN_INVALID", Assert.Throws<RefusalException>(() => PageToken.Decode(scope, token)).Reason);
}
