using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace RaceSystem.Dashboard.Tests.Browser;

/// <summary>A page that notes what must not happen: errors in the console, and requests that leave the host.</summary>
public sealed class WatchedPage(IBrowserContext context, string address) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _wrong = new();
    private IPage? _page;

    public IPage Page => _page!;

    public async Task<IPage> GoAsync(string path)
    {
        if (_page is null)
        {
            _page = await context.NewPageAsync();
            _page.SetDefaultTimeout(30_000);
            _page.Console += (_, said) => Note(said.Type is "error" or "warning", $"console {said.Type}: {said.Text}");
            _page.PageError += (_, error) => Note(true, $"page error: {error}");
            _page.Request += (_, request) => Note(!request.Url.StartsWith(address, StringComparison.Ordinal), $"request to {request.Url}");
            _page.Dialog += (_, dialog) => Note(true, $"dialog: {dialog.Message}");
        }

        await _page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        return _page;
    }

    /// <summary>Fails with all that went wrong.</summary>
    public void AssertClean() => Assert.Empty(_wrong);

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Note(bool isWrong, string what)
    {
        if (isWrong)
        {
            _wrong.Enqueue(what);
        }
    }
}
