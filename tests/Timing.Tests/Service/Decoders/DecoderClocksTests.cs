using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.Decoders;
using RaceSystem.Timing.Tests.Service.Clocks;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.Decoders;

public sealed class DecoderClocksTests(Databases databases)
{
    [Fact]
    public async Task A_decoder_of_another_zone_is_quarantined_from_its_first_read_on_and_its_comparisons_are_kept()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 4, 6, 9, 0, 0, TimeSpan.Zero));
        var spec = new DecoderSpec(TimingHost.Meet, new Decoder { DecoderId = "box" }, "UTC", new Dictionary<string, string> { ["d-finish"] = "finish" }, new HashSet<string> { "d-finish" });
        var clocks = new DecoderClocks(spec, new Store(), host.Services.GetRequiredService<ClockReports>(), time, NullLogger.Instance);
        for (var i = 0; i < 100; i++)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            var told = Instant.From(time.GetUtcNow()).Micros - 3_600_000_000 - 300_000;
            await clocks.StoreAsync("d-finish", new DecodedBatch("", [new DecodedRead("A", told)], []), TestContext.Current.CancellationToken);
        }

        var quarantine = Assert.Single(await host.QuarantinesAsync(QuarantineState.Open));
        Assert.Equal((ClockFault.Zone, "d-finish"), (quarantine.Fault, quarantine.DeviceId));
        Assert.Equal(new DateTime(2025, 4, 6, 8, 0, 1, 700, DateTimeKind.Utc), quarantine.FromDeviceTime.ToDateTime());
        Assert.True(quarantine.ToDeviceTime.ToDateTime() > new DateTime(2025, 4, 6, 8, 3, 20, DateTimeKind.Utc), "The range reaches beyond the last read.");

        clocks.Sampled("d-finish", new RaceSystem.Timing.Protocols.Clocks.ClockSample(Upload.Midnight, Upload.Midnight + 3_600_000_000, 5_000));
        Assert.Single(host.Services.GetRequiredService<ClockSamples>().Of(TimingHost.Meet, "d-finish"));
    }

    private sealed class Store : IDecoderStore
    {
        public Task StoreAsync(string deviceId, DecodedBatch batch, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
