using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Testing;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Tests.Service.Clocks;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.EstimateDeviceClock;

public sealed class EstimateDeviceClockTests(Databases databases)
{
    private const int Chips = 200;
    private const double Drift = 20e-6;
    private const long RaceMicros = 18_000_000_000;

    [Fact]
    public async Task A_slow_backup_is_found_from_the_chips_both_read_and_recorded_as_told_it_is_right()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await UploadBothAsync(host, Seed.NextRandom());

        var estimate = Assert.Single(await EstimateAsync(host));
        Assert.Equal((ClockEstimateSource.DoubleReads, "d-finish", "finish"), (estimate.Source, estimate.ReferenceDeviceId, estimate.TimingPointId));
        Assert.InRange(estimate.InlierCount, Chips * 9 / 10, Chips);
        Assert.Empty(estimate.Caution);
        foreach (var at in (long[])[0, RaceMicros])
        {
            Assert.InRange(OffsetAt(estimate, Upload.Midnight + at) - TruthAt(at), -20_000, 20_000);
        }

        await host.Client.RecordClockCorrectionAsync(
            new RecordClockCorrectionRequest
            {
                MeetId = TimingHost.Meet,
                ClockCorrection = new ClockCorrection
                {
                    DeviceId = "d-backup",
                    Offset = estimate.Offset,
                    DriftPpm = estimate.DriftPpm,
                    ReferenceDeviceTime = estimate.ReferenceDeviceTime,
                    RecordedBy = ClockCalls.Operator,
                },
            },
            cancellationToken: TestContext.Current.CancellationToken);
        var after = Assert.Single(await EstimateAsync(host));
        Assert.InRange(after.Offset.ToTimeSpan().TotalMilliseconds, -1, 1);
        Assert.Contains("nothing to correct", after.Caution, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_main_device_can_be_compared_with_its_backup_and_a_range_can_be_asked_for()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await UploadBothAsync(host, Seed.NextRandom());
        var estimate = Assert.Single(await EstimateAsync(host, new EstimateDeviceClockRequest
        {
            DeviceId = "d-finish",
            ReferenceDeviceId = "d-backup",
            FromDeviceTime = Wire(0),
            ToDeviceTime = Wire(RaceMicros / 2),
        }));
        Assert.InRange(estimate.PairCount, Chips / 4, Chips * 3 / 4);
        Assert.InRange(estimate.Offset.ToTimeSpan().TotalSeconds, -1.8, -1.4);
    }

    [Fact]
    public async Task Exchanges_that_the_agent_reported_give_an_estimate_of_their_own()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        Assert.Empty(await EstimateAsync(host));
        host.Services.GetRequiredService<ClockSamples>().Add(TimingHost.Meet, "d-backup", Enumerable.Range(0, 3_000).Select(i => new ClockSample
        {
            DeviceTimeUs = Upload.Midnight + (i * 6_000_000L),
            AgentTimeUs = Upload.Midnight + (i * 6_000_000L) + TruthAt(i * 6_000_000L),
            RoundTripUs = 3_000 + (i % 7 * 1_000),
        }));
        var estimate = Assert.Single(await EstimateAsync(host));
        Assert.Equal(ClockEstimateSource.SyncSamples, estimate.Source);
        Assert.InRange(OffsetAt(estimate, Upload.Midnight) - TruthAt(0), -1_000, 1_000);
        Assert.InRange(estimate.PairCount, 500, 1_000);
    }

    [Fact]
    public async Task Unknown_devices_and_senseless_questions_are_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await Refused.WithAsync(StatusCode.NotFound, "DEVICE_UNKNOWN", () => EstimateAsync(host, new EstimateDeviceClockRequest { DeviceId = "other" }));
        await Refused.WithAsync(StatusCode.NotFound, "DEVICE_UNKNOWN", () => EstimateAsync(host, new EstimateDeviceClockRequest { DeviceId = "d-backup", ReferenceDeviceId = "other" }));
        await Refused.WithAsync(StatusCode.InvalidArgument, "REFERENCE_INVALID", () => EstimateAsync(host, new EstimateDeviceClockRequest { DeviceId = "d-backup", ReferenceDeviceId = "d-backup" }));
        await Refused.WithAsync(StatusCode.InvalidArgument, "TIME_RANGE_INVALID", () => EstimateAsync(host, new EstimateDeviceClockRequest { DeviceId = "d-backup", FromDeviceTime = Wire(1_000), ToDeviceTime = Wire(0) }));
    }

    private static async Task UploadBothAsync(TimingHost host, Random random)
    {
        var (main, backup) = (new ReadBatch { Sequence = 1 }, new ReadBatch { Sequence = 1 });
        for (var chip = 0; chip < Chips; chip++)
        {
            main.ChipCodes.Add($"C{chip}");
            backup.ChipCodes.Add($"C{chip}");
            var crossing = random.NextInt64(RaceMicros);
            for (var read = 0; read < 5; read++)
            {
                Add(main, chip, crossing + random.Next(-100_000, 100_000));
                var time = crossing + random.Next(-100_000, 100_000);
                Add(backup, chip, (long)((time - 1_500_000) / (1 + Drift)));
            }
        }

        foreach (var (device, batch) in new[] { ("d-finish", main), ("d-backup", backup) })
        {
            using var upload = await Upload.OpenAsync(host.Client, device);
            await upload.SendDurablyAsync(batch);
            await upload.CompleteAsync();
        }
    }

    private static void Add(ReadBatch batch, int chip, long micros)
    {
        batch.ChipIndex.Add((uint)chip);
        batch.TimeUs.Add(Upload.Midnight + micros);
    }

    /// <summary>To add to a device time, microseconds after midnight.</summary>
    private static long TruthAt(long device) => 1_500_000 + (long)(Drift * device);

    private static long OffsetAt(ClockEstimate estimate, long device)
    {
        var reference = (estimate.ReferenceDeviceTime.ToDateTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        return (estimate.Offset.ToTimeSpan().Ticks / TimeSpan.TicksPerMicrosecond) + (long)(estimate.DriftPpm / 1e6 * (device - reference));
    }

    private static Google.Protobuf.WellKnownTypes.Timestamp Wire(long micros) =>
        Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UnixEpoch.AddTicks((Upload.Midnight + micros) * TimeSpan.TicksPerMicrosecond));

    private static async Task<IReadOnlyList<ClockEstimate>> EstimateAsync(TimingHost host, EstimateDeviceClockRequest? request = null)
    {
        request ??= new EstimateDeviceClockRequest { DeviceId = "d-backup" };
        request.MeetId = TimingHost.Meet;
        return (await host.Client.EstimateDeviceClockAsync(request, cancellationToken: TestContext.Current.CancellationToken)).Estimates;
    }
}
