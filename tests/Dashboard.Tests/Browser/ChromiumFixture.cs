using Microsoft.Playwright;
using RaceSystem.Testing;

namespace RaceSystem.Dashboard.Tests.Browser;

/// <summary>One real Chromium for the tests of a class, with a fresh profile.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>Names another browser than the ones that Debian and Ubuntu install.</summary>
    public const string Variable = "RACESYSTEM_TEST_CHROMIUM";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);
        if (program is null)
        {
            return; // each test says so
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page with an empty profile; skips or fails the test where no browser is installed.</summary>
    public async Task<WatchedPage> OpenAsync(string address, BrowserNewContextOptions? options = null)
    {
        if (_browser is null)
        {
            Requirement.Missing($"Chromium: install the package 'chromium', or set {Variable} to the browser's path.");
        }

        options ??= new BrowserNewContextOptions();
        options.BaseURL = address;
        options.ReducedMotion ??= ReducedMotion.Reduce;
        return new WatchedPage(await _browser!.NewContextAsync(options), address);
    }
}
