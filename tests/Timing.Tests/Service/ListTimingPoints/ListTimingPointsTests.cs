using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ListTimingPoints;

public sealed class ListTimingPointsTests(Databases databases)
{
    [Fact]
    public async Task Points_and_devices_page_side_by_side()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        var points = new List<string>();
        var devices = new List<string>();
        var token = "";
        do
        {
            var page = await host.Client.ListTimingPointsAsync(
                new ListTimingPointsRequest { MeetId = TimingHost.Meet, PageSize = 1, PageToken = token },
                cancellationToken: TestContext.Current.CancellationToken);
            points.AddRange(page.TimingPoints.Select(point => point.TimingPointId));
            devices.AddRange(page.Devices.Select(device => device.DeviceId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(["finish", "start"], points);
        Assert.Equal(["d-backup", "d-finish", "d-start"], devices);
    }
}
