using RaceSystem.Racectl.Calls;

namespace RaceSystem.Racectl.Tests.Calls;

public sealed class PagesTests
{
    private readonly List<string> _asked = [];

    [Fact]
    public async Task Pages_are_followed_by_their_tokens_to_the_last()
    {
        Assert.Equal([1, 2, 3, 4, 5], await Rows().ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["", "b", "c"], _asked);
    }

    [Fact]
    public async Task Nothing_is_asked_for_beyond_the_rows_that_are_wanted()
    {
        Assert.Equal([1, 2], await Rows().Take(2).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([""], _asked);
    }

    private IAsyncEnumerable<int> Rows() => Pages.FollowAsync(AskAsync, page => page.Next).SelectMany(page => page.Rows);

    private Task<(int[] Rows, string Next)> AskAsync(string token)
    {
        _asked.Add(token);
        return Task.FromResult<(int[], string)>(token switch
        {
            "" => ([1, 2], "b"),
            "b" => ([], "c"),
            _ => ([3, 4, 5], ""),
        });
    }
}
