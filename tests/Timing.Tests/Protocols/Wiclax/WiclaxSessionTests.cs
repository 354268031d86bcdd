using Microsoft.Extensions.Time.Testing;
using RaceSystem.Kernel;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Protocols.Wiclax;

namespace RaceSystem.Timing.Tests.Protocols.Wiclax;

public sealed class WiclaxSessionTests
{
    private const string Clock = "CLOCK 07-03-2026 14:00:00\r";

    [Fact]
    public async Task every_read_arrives_over_a_bad_line_with_breaks_during_which_nobody_listens()
    {
        var reads = EmulatedField.Reads(400, 8, new DateTimeOffset(2026, 3, 7, 13, 48, 0, TimeSpan.Zero), Seed.Next(), 1_000, "start", "5K", "finish");
        var setup = new SessionSetup { Zone = DeviceTimes.ZoneOf("Europe/Paris")! };
        var run = await Conformance.DeliversEveryReadAsync(WiclaxProtocol.Definition, setup, reads, EmulatedField.AllFaults, Seed.Next());
        Assert.True(run.Sessions > 1, "the line broke");
        Assert.NotEmpty(setup.Sink.Rejected);
        Assert.NotEmpty(setup.Sink.Samples);
    }

    [Fact]
    public async Task a_quiet_line_delivers_every_read_once()
    {
        var reads = EmulatedField.Reads(1_500, 8, new DateTimeOffset(2026, 3, 7, 13, 48, 0, TimeSpan.Zero), Seed.Next(), 1_000, "finish");
        var setup = new SessionSetup();
        await Conformance.DeliversEveryReadAsync(WiclaxProtocol.Definition, setup, reads, EmulatorFaults.None, Seed.Next());
        Assert.Equal(1_500, setup.Sink.Reads.Count);
    }

    [Fact]
    public async Task it_greets_asks_for_the_time_and_rewinds_to_what_is_stored()
    {
        var setup = new SessionSetup();
        setup.Memory.Remember(ReplayPoint.Key, "1772891700500000");
        await using var device = new Conversation(WiclaxProtocol.Definition.CreateSession(setup.Context()));
        await device.HearAsync("HELLO\rCLOCK\r");
        await device.SayAsync(Clock);
        await device.HearAsync("REWIND 07-03-2026 13:55:00 08-03-2026 14:00:00\r");
        Assert.DoesNotContain("STARTREAD", device.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_clock_that_was_set_back_rewinds_to_the_beginning()
    {
        var setup = new SessionSetup();
        setup.Memory.Remember(ReplayPoint.Key, "1872891700500000");
        await using var device = new Conversation(WiclaxProtocol.Definition.CreateSession(setup.Context()));
        await device.SayAsync(Clock);
        await device.HearAsync("REWIND 01-01-2000 00:00:00 ");
    }

    [Fact]
    public async Task live_reads_move_the_point_only_when_no_rewound_one_came_for_a_while()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 7, 14, 0, 0, TimeSpan.Zero));
        var setup = new SessionSetup { Clock = clock };
        setup.Memory.Remember(ReplayPoint.Key, "1772891700500000");
        await using var device = new Conversation(WiclaxProtocol.Definition.CreateSession(setup.Context()));
        await device.SayAsync(Clock + "A1;07-03-2026 14:00:01.000;;;;0\rB2;07-03-2026 13:56:00.000;;;;1\r");
        await Eventually.TrueAsync(() => setup.Memory.Recall(ReplayPoint.Key) == "1772891760000000", state: () => setup.Memory.Recall(ReplayPoint.Key)!);
        for (var ticks = 1; ticks <= 2; ticks++)
        {
            clock.Advance(WiclaxSession.Interval);
            await Eventually.TrueAsync(() => device.Heard.Split("CLOCK").Length > ticks + 1);
        }

        await device.SayAsync("*\r");
        await Eventually.TrueAsync(() => setup.Memory.Recall(ReplayPoint.Key) == "1772892001000000", state: () => setup.Memory.Recall(ReplayPoint.Key)!);
    }

    [Fact]
    public async Task a_rewind_that_has_come_to_the_first_live_read_is_complete()
    {
        var setup = new SessionSetup();
        setup.Memory.Remember(ReplayPoint.Key, "1772891700500000");
        await using var device = new Conversation(WiclaxProtocol.Definition.CreateSession(setup.Context()));
        await device.SayAsync(Clock + "A1;07-03-2026 14:00:01.000;;;;0\rA2;07-03-2026 14:00:02.000;;;;0\r");
        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 2);
        Assert.Equal("1772891700500000", setup.Memory.Recall(ReplayPoint.Key));
        await device.SayAsync("A1;07-03-2026 14:00:01.000;;;;1\r");
        await Eventually.TrueAsync(() => setup.Memory.Recall(ReplayPoint.Key) == "1772892002000000", state: () => setup.Memory.Recall(ReplayPoint.Key)!);
    }

    [Fact]
    public async Task a_race_start_is_a_gun_on_the_day_that_is_nearest()
    {
        var setup = new SessionSetup { Clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 7, 0, 5, 0, TimeSpan.Zero)) };
        await using var device = new Conversation(WiclaxProtocol.Definition.CreateSession(setup.Context()));
        await device.SayAsync("RACESTART 23:59:59,999\r");
        await Eventually.TrueAsync(() => setup.Sink.Markers.Count == 1);
        Assert.Equal("2026-03-06T23:59:59.999000Z", new Instant(setup.Sink.Markers[0].TimeMicros).ToString());
    }
}
