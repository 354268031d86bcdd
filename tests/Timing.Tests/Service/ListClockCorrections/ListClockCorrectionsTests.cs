using Grpc.Core;
using RaceSystem.Timing.Tests.Service.Clocks;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ListClockCorrections;

public sealed class ListClockCorrectionsTests(Databases databases)
{
    [Fact]
    public async Task All_are_listed_in_the_order_of_recording_page_by_page()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        for (var i = 0; i < 5; i++)
        {
            await host.CorrectAsync(TimeSpan.FromSeconds(i + 1), id: $"c{9 - i}", device: i == 3 ? "d-start" : "d-backup");
        }

        await host.RevokeAsync("c8");
        var (ids, token) = (new List<string>(), "");
        do
        {
            var page = await host.Client.ListClockCorrectionsAsync(
                new ListClockCorrectionsRequest { MeetId = TimingHost.Meet, PageSize = 2, PageToken = token }, cancellationToken: TestContext.Current.CancellationToken);
            ids.AddRange(page.ClockCorrections.Select(correction => correction.CorrectionId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(["c9", "c8", "c7", "c6", "c5"], ids);
        Assert.Equal(["c6"], (await host.CorrectionsAsync("d-start")).Select(correction => correction.CorrectionId));
        await Refused.WithAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", async () => await host.Client.ListClockCorrectionsAsync(
            new ListClockCorrectionsRequest { MeetId = TimingHost.Meet, PageToken = "nonsense" }, cancellationToken: TestContext.Current.CancellationToken));
    }
}
