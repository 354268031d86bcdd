namespace RaceSystem.Racectl.Calls;

/// <summary>Lists that a service gives page by page.</summary>
internal static class Pages
{
    /// <summary>Page after page, each asked for when the one before is used up.</summary>
    /// <param name="ask">Asks for the page of a token; the first token is empty.</param>
    /// <param name="next">The token of the page that follows; empty behind the last.</param>
    public static async IAsyncEnumerable<TPage> FollowAsync<TPage>(Func<string, Task<TPage>> ask, Func<TPage, string> next)
    {
        var token = "";
        do
        {
            var page = await ask(token).ConfigureAwait(false);
            yield return page;
            token = next(page);
        }
        while (token.Length > 0);
    }
}
