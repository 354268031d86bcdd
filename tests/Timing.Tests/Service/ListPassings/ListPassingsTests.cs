using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ListPassings;

public sealed class ListPassingsTests(Databases databases)
{
    [Fact]
    public async Task The_list_pages_by_chip_and_refuses_what_it_does_not_know()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client);
        await upload.SendDurablyAsync(Upload.Batch(1, ("C", 1), ("A", 2), ("B", 3)));

        var first = await ListAsync(host, new ListPassingsRequest { MeetId = TimingHost.Meet, TimingPointId = "finish", PageSize = 2 });
        Assert.Equal(["A", "B"], first.Chips.Select(chip => chip.Chip));
        var second = await ListAsync(host, new ListPassingsRequest { MeetId = TimingHost.Meet, TimingPointId = "finish", PageSize = 2, PageToken = first.NextPageToken });
        Assert.Equal(["C"], second.Chips.Select(chip => chip.Chip));
        Assert.Empty(second.NextPageToken);

        await Refused.WithAsync(StatusCode.NotFound, "TIMING_POINT_UNKNOWN", () => ListAsync(host, new ListPassingsRequest { MeetId = TimingHost.Meet, TimingPointId = "other" }));
        await Refused.WithAsync(StatusCode.InvalidArgument, "PAGE_SIZE_INVALID", () => ListAsync(host, new ListPassingsRequest { MeetId = TimingHost.Meet, TimingPointId = "finish", PageSize = 1_001 }));
        await Refused.WithAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", () => ListAsync(host, new ListPassingsRequest { MeetId = TimingHost.Meet, TimingPointId = "finish", PageToken = "nonsense" }));
    }

    private static Task<ListPassingsResponse> ListAsync(TimingHost host, ListPassingsRequest request) =>
        host.Client.ListPassingsAsync(request, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;
}
