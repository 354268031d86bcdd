using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Testing;

namespace RaceSystem.Platform.Tests.Paging;

public sealed class PageRequestTests
{
    [Fact]
    public void Pages_of_any_size_give_every_row_once_and_in_order()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 200; i++)
        {
            var rows = Enumerable.Range(0, random.Next(40)).Select(_ => $"{random.Next(1_000_000)}").Distinct().ToList();
            var size = random.Next(1, 12);
            var seen = new List<string>();
            var token = "";
            do
            {
                var page = Ask(size, token).TakeByPosition(rows, row => row);
                Assert.InRange(page.Rows.Count, 0, size);
                seen.AddRange(page.Rows);
                token = page.NextToken;
            }
            while (token.Length > 0);

            Assert.Equal(rows.Order(StringComparer.Ordinal), seen);
        }
    }

    [Fact]
    public void The_last_page_has_no_token_also_when_it_is_full()
    {
        Assert.Empty(Ask(3, "").TakeByPosition(["a", "b", "c"], row => row).NextToken);
        Assert.NotEmpty(Ask(2, "").TakeByPosition(["a", "b", "c"], row => row).NextToken);
    }

    [Fact]
    public void A_list_with_an_order_of_its_own_goes_on_after_the_position()
    {
        var first = Ask(2, "").Take(["c", "b", "a"], row => row);
        Assert.Equal(["c", "b"], first.Rows);
        Assert.Equal("b", Ask(2, first.NextToken).After);
    }

    [Fact]
    public void A_size_or_token_that_is_none_is_refused()
    {
        Assert.Equal("PAGE_SIZE_INVALID", Assert.Throws<RefusalException>(() => Ask(11, "", maxSize: 10)).Reason);
        Assert.Equal("PAGE_TOKEN_INVALID", Assert.Throws<RefusalException>(() => Ask(5, "nonsense")).Reason);
    }

    private static PageRequest Ask(int size, string token, int maxSize = 100) => PageRequest.Of("list", size, token, 10, maxSize);
}
