using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ListUnknownChips;

public sealed class ListUnknownChipsTests(Databases databases)
{
    [Fact]
    public async Task A_chip_without_entry_is_kept_listed_and_resolved_when_its_entry_appears()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        host.Registration.PutEntry(TimingHost.Meet, "e1", "A");
        await host.ApplyPointsAsync();
        using var start = await Upload.OpenAsync(host.Client, "d-start");
        await start.SendDurablyAsync(Upload.Batch(1, ("A", 1_000), ("X", 2_000)));
        using var finish = await Upload.OpenAsync(host.Client, "d-finish");
        await finish.SendDurablyAsync(Upload.Batch(1, ("X", 90_000), ("X", 99_000), ("Y", 99_500)));

        var unknown = (await ListAsync(host)).Chips;
        Assert.Equal(["X", "Y"], unknown.Select(chip => chip.Chip));
        Assert.Equal((3, "start finish", 99), (unknown[0].PassingCount, string.Join(' ', unknown[0].TimingPointIds), unknown[0].LastSeenTime.Seconds - (Upload.Midnight / 1_000_000)));
        Assert.Contains("passings/finish/X", (await host.PassingsInLogAsync()).Keys);

        host.Registration.PutEntry(TimingHost.Meet, "e2", "X", "Z");
        await host.Services.GetRequiredKeyedService<IChangelogFollower>("timing:registration").CatchUpAsync(TimingHost.Meet, TestContext.Current.CancellationToken);
        Assert.Equal(["Y"], (await ListAsync(host)).Chips.Select(chip => chip.Chip));

        host.Registration.PutEntry(TimingHost.Meet, "e2", "Z");
        await host.Services.GetRequiredKeyedService<IChangelogFollower>("timing:registration").CatchUpAsync(TimingHost.Meet, TestContext.Current.CancellationToken);
        Assert.Equal(["X", "Y"], (await ListAsync(host)).Chips.Select(chip => chip.Chip));
    }

    [Fact]
    public async Task The_list_pages_by_code()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client);
        await upload.SendDurablyAsync(Upload.Batch(1, ("C", 1), ("A", 2), ("E", 3), ("B", 4), ("D", 5)));
        var codes = new List<string>();
        var token = "";
        do
        {
            var page = await ListAsync(host, 2, token);
            codes.AddRange(page.Chips.Select(chip => chip.Chip));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(["A", "B", "C", "D", "E"], codes);
    }

    private static Task<ListUnknownChipsResponse> ListAsync(TimingHost host, int size = 0, string token = "") => host.Client.ListUnknownChipsAsync(
        new ListUnknownChipsRequest { MeetId = TimingHost.Meet, PageSize = size, PageToken = token },
        cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;
}
