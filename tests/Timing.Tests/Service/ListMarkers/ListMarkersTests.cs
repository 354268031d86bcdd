using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ListMarkers;

public sealed class ListMarkersTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_marker_is_listed_once_with_both_its_times_also_after_a_restart(string kind)
    {
        var database = await databases.CreateAsync(kind);
        await using (var first = await TimingHost.StartAsync(database))
        {
            await first.ApplyPointsAsync(backupOffset: TimeSpan.FromSeconds(5));
            using var upload = await Upload.OpenAsync(first.Client, "d-backup");
            await upload.SendDurablyAsync(Batch(1, 10_000, 20_000, 10_000));
            await upload.SendDurablyAsync(Batch(2, 10_000, 30_000));
            using var other = await Upload.OpenAsync(first.Client, "d-start");
            await other.SendDurablyAsync(Batch(1, 10_000));
        }

        await using var host = await TimingHost.StartAsync(database);
        var listed = await ListAsync(host);
        Assert.Equal(
            ["d-backup finish 30 35", "d-backup finish 20 25", "d-start start 10 10", "d-backup finish 10 15"],
            listed.Markers.Select(marker => $"{marker.DeviceId} {marker.TimingPointId} {Seconds(marker.DeviceTime)} {Seconds(marker.CorrectedTime)}"));
        Assert.All(listed.Markers, marker => Assert.Equal((MarkerKind.Gun, "Gun / 1", ""), (marker.Kind, marker.Name, marker.QuarantineId)));

        var paged = new List<DeviceMarkerEntry>();
        for (var token = ""; token.Length > 0 || paged.Count == 0;)
        {
            var page = await ListAsync(host, size: 1, token: token);
            paged.AddRange(page.Markers);
            token = page.NextPageToken;
        }

        Assert.Equal(listed.Markers, paged);
        Assert.Single((await ListAsync(host, point: "start")).Markers);
        Assert.Equal(3, (await ListAsync(host, device: "d-backup")).Markers.Count);
    }

    [Fact]
    public async Task Markers_past_the_bounds_are_refused_with_their_batch()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await RefusedAsync(host, "BATCH_TOO_LARGE", Batch(1, [.. Enumerable.Range(0, 101).Select(i => (long)i)]));
        await RefusedAsync(host, "NAME_TOO_LONG", new ReadBatch { Sequence = 1, Markers = { new Marker { TimeUs = Upload.Midnight, Name = new string('x', 101) } } });
        await RefusedAsync(host, "READ_TIME_OUT_OF_RANGE", new ReadBatch { Sequence = 1, Markers = { new Marker { TimeUs = 0 } } });
        await RefusedAsync(host, "MARKER_INVALID", new ReadBatch { Sequence = 1, Markers = { new Marker { TimeUs = Upload.Midnight, Kind = (MarkerKind)7 } } });
        Assert.Empty((await ListAsync(host)).Markers);
        await Refused.WithAsync(StatusCode.InvalidArgument, "ID_INVALID", () => ListAsync(host, point: "A B"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", () => ListAsync(host, token: "x"));
    }

    private static async Task RefusedAsync(TimingHost host, string reason, ReadBatch batch)
    {
        using var upload = await Upload.OpenAsync(host.Client);
        await upload.SendAsync(batch);
        await Refused.WithAsync(StatusCode.InvalidArgument, reason, () => upload.ReceiveAsync());
    }

    private static ReadBatch Batch(long sequence, params long[] millis)
    {
        var batch = new ReadBatch { Sequence = sequence };
        batch.Markers.AddRange(millis.Select(time => new Marker { TimeUs = Upload.Midnight + (time * 1_000), Kind = MarkerKind.Gun, Name = "Gun / 1" }));
        return batch;
    }

    private static Task<ListMarkersResponse> ListAsync(TimingHost host, string point = "", string device = "", int size = 0, string token = "") => host.Client.ListMarkersAsync(
        new ListMarkersRequest { MeetId = TimingHost.Meet, TimingPointId = point, DeviceId = device, PageSize = size, PageToken = token },
        cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;

    private static long Seconds(Timestamp time) => (long)(time.ToDateTime() - DateTime.UnixEpoch.AddMicroseconds(Upload.Midnight)).TotalSeconds;
}
