using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.RecordGunStart;

public sealed class RecordGunStartTests(Databases databases)
{
    private static readonly DateTime Gun = new(2025, 4, 6, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_latest_record_of_a_wave_counts_and_is_in_the_log(string kind)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        await RecordAsync(host, "w1", Gun);
        await RecordAsync(host, "w2", Gun.AddMinutes(10));
        await RecordAsync(host, "w1", Gun.AddSeconds(2), "starter's clock was late");

        var listed = await host.Client.ListGunStartsAsync(new ListGunStartsRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(
            [("w1", Gun.AddSeconds(2), "starter's clock was late"), ("w2", Gun.AddMinutes(10), "")],
            listed.GunStarts.Select(gun => (gun.WaveId, gun.StartTime.ToDateTime(), gun.Note)));
        var page = await host.Changelog.ListAfterAsync(TimingHost.Meet, 0, 100, TestContext.Current.CancellationToken);
        Assert.Equal(["gun/race/w2", "gun/race/w1"], page.Records.Select(record => record.Key));
        Assert.Equal(listed.GunStarts[0], TimingRecord.Parser.ParseFrom(page.Records[1].Value.Span).GunStart);
    }

    [Fact]
    public async Task No_wave_names_the_first_one()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        Assert.Equal("w1", (await RecordAsync(host, "", Gun)).GunStart.WaveId);
    }

    [Fact]
    public async Task A_repeated_request_records_once()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        var first = await RecordAsync(host, "w1", Gun, requestId: "r1");
        await RecordAsync(host, "w1", Gun.AddSeconds(1), requestId: "r2");
        Assert.Equal(first, await RecordAsync(host, "w1", Gun, requestId: "r1"));
        var listed = await host.Client.ListGunStartsAsync(new ListGunStartsRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Gun.AddSeconds(1), Assert.Single(listed.GunStarts).StartTime.ToDateTime());
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Passings_that_count_from_a_gun_follow_it_when_it_is_recorded_and_when_it_is_corrected(string kind)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        await host.ApplyPointsAsync();
        await MinimumAsync(host, "race", "w2");
        using var upload = await Upload.OpenAsync(host.Client);
        await upload.SendDurablyAsync(Upload.Batch(1, ("A", 60_000), ("A", 120_000), ("A", 180_000)));
        Assert.Equal("60 120 180", await PassingsAsync(host));

        // Another wave's gun is none of this point's.
        await RecordAsync(host, "w1", Gun.AddSeconds(150));
        Assert.Equal("60 120 180", await PassingsAsync(host));
        await RecordAsync(host, "w2", Gun.AddSeconds(90));
        Assert.Equal("120 180", await PassingsAsync(host));
        await RecordAsync(host, "w2", Gun.AddSeconds(151));
        Assert.Equal("", await PassingsAsync(host));
        await RecordAsync(host, "w2", Gun.AddSeconds(-30));
        Assert.Equal("60 120 180", await PassingsAsync(host));

        // Any wave of the meet: the earliest of the latest.
        await MinimumAsync(host, "", "");
        await RecordAsync(host, "w2", Gun.AddSeconds(140));
        await RecordAsync(host, "w1", Gun.AddSeconds(31));
        Assert.Equal("120 180", await PassingsAsync(host));
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_decoders_marker_becomes_the_gun_with_the_clock_as_it_is_and_moves_only_by_another_record(string kind)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        await host.ApplyPointsAsync(backupOffset: TimeSpan.FromSeconds(5));
        using var upload = await Upload.OpenAsync(host.Client, "d-backup");
        await upload.SendDurablyAsync(new ReadBatch { Sequence = 1, Markers = { new Marker { TimeUs = Upload.Midnight, Kind = MarkerKind.Gun, Name = "Gunshot 1" } } });
        var recorded = (await MarkAsync(host, "d-backup", Gun)).GunStart;
        Assert.Equal((Gun.AddSeconds(5), "by trigger (marker 'Gunshot 1' of d-backup at device time 2025-04-06T00:00:00.000000Z)"), (recorded.StartTime.ToDateTime(), recorded.Note));

        await host.ApplyPointsAsync(backupOffset: TimeSpan.FromSeconds(7));
        var listed = await host.Client.ListGunStartsAsync(new ListGunStartsRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(recorded, Assert.Single(listed.GunStarts));
        Assert.Equal(Gun.AddSeconds(7), (await MarkAsync(host, "d-backup", Gun)).GunStart.StartTime.ToDateTime());

        await Refused.WithAsync(StatusCode.NotFound, "MARKER_UNKNOWN", () => MarkAsync(host, "d-backup", Gun.AddSeconds(1)));
        await Refused.WithAsync(StatusCode.NotFound, "MARKER_UNKNOWN", () => MarkAsync(host, "nobody", Gun));
        await Refused.WithAsync(StatusCode.InvalidArgument, "MARKER_INVALID", () => MarkAsync(host, "d-backup", null));
        await Refused.WithAsync(StatusCode.InvalidArgument, "GUN_START_MISSING", () => MarkAsync(host, "d-backup", Gun, Gun));
    }

    private static Task<RecordGunStartResponse> MarkAsync(TimingHost host, string device, DateTime? marker, DateTime? start = null) =>
        host.Client.RecordGunStartAsync(
            new RecordGunStartRequest
            {
                MeetId = TimingHost.Meet,
                GunStart = new GunStart { RaceId = "race", WaveId = "w1", RecordedBy = "starter", Note = "by trigger", StartTime = start?.ToTimestamp() },
                Marker = new GunMarker { DeviceId = device, DeviceTime = marker?.ToTimestamp() },
            },
            cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;

    [Fact]
    public async Task Unknown_races_and_waves_and_impossible_times_are_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await Refused.WithAsync(StatusCode.NotFound, "WAVE_UNKNOWN", () => RecordAsync(host, "w9", Gun));
        await Refused.WithAsync(StatusCode.NotFound, "RACE_UNKNOWN", () => RecordAsync(host, "w1", Gun, race: "other"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "GUN_TIME_OUT_OF_RANGE", () => RecordAsync(host, "w1", new DateTime(1989, 12, 31, 0, 0, 0, DateTimeKind.Utc)));
        await Refused.WithAsync(StatusCode.InvalidArgument, "GUN_START_MISSING", () => RecordAsync(host, "w1", null));
    }

    /// <summary>Passings at the finish count from half a minute after a gun.</summary>
    private static Task<ApplyTimingPointsResponse> MinimumAsync(TimingHost host, string race, string wave) => host.Client.ApplyTimingPointsAsync(
        new ApplyTimingPointsRequest
        {
            MeetId = TimingHost.Meet,
            TimingPoints = { new TimingPoint { TimingPointId = "finish", StartRaceId = race, StartWaveId = wave, MinTimeSinceStart = Duration.FromTimeSpan(TimeSpan.FromSeconds(30)) } },
        },
        cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;

    /// <summary>Seconds after midnight of A's passings in the log.</summary>
    private static async Task<string> PassingsAsync(TimingHost host)
    {
        var record = TimingRecord.Parser.ParseFrom((await host.PassingsInLogAsync())["passings/finish/A"]);
        return string.Join(" ", record.Passings.Passings.Select(passing => (passing.TimeUs - Upload.Midnight) / 1_000_000));
    }

    private static Task<RecordGunStartResponse> RecordAsync(TimingHost host, string wave, DateTime? start, string note = "", string requestId = "", string race = "race") =>
        host.Client.RecordGunStartAsync(
            new RecordGunStartRequest
            {
                MeetId = TimingHost.Meet,
                RequestId = requestId,
                GunStart = new GunStart { RaceId = race, WaveId = wave, StartTime = start?.ToTimestamp(), RecordedBy = "starter", Note = note },
            },
            cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;
}
