using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Protocols.Ultra;

namespace RaceSystem.Timing.Tests.Protocols.Ultra;

public sealed class UltraSessionTests
{
    [Theory]
    [InlineData("binary")]
    [InlineData("text")]
    public async Task every_read_arrives_over_a_bad_line_with_breaks_during_which_nobody_listens(string rewind)
    {
        var reads = EmulatedField.Reads(400, 10, new DateTimeOffset(2026, 3, 7, 13, 48, 0, TimeSpan.Zero), Seed.Next(), 1_000, "7");
        var setup = new SessionSetup { Zone = DeviceTimes.ZoneOf("Asia/Pyongyang")!, Settings = new() { ["rewind"] = rewind } };
        var run = await Conformance.DeliversEveryReadAsync(UltraProtocol.Definition, setup, reads, EmulatedField.AllFaults, Seed.Next());
        Assert.True(run.Sessions > 1, "the line broke");
        Assert.NotEmpty(setup.Sink.Rejected);
        Assert.NotEmpty(setup.Sink.Samples);
        Assert.Contains(setup.Sink.Reports, status => status.BatteryPercent == 87);
    }

    [Fact]
    public async Task a_quiet_line_delivers_every_read_once_with_antenna_and_strength()
    {
        var reads = EmulatedField.Reads(1_500, 10, new DateTimeOffset(2026, 3, 7, 13, 48, 0, TimeSpan.Zero), Seed.Next(), 1_000, "");
        var setup = new SessionSetup();
        await Conformance.DeliversEveryReadAsync(UltraProtocol.Definition, setup, reads, EmulatorFaults.None, Seed.Next());
        Assert.Equal(reads.Select(read => new DecodedRead(read.Chip, read.TimeMicros, read.RssiDbm, read.Antenna)), setup.Sink.Reads);
    }

    [Fact]
    public async Task a_number_that_is_left_out_is_asked_for_at_once()
    {
        var setup = new SessionSetup();
        await using var box = new Conversation(UltraProtocol.Definition.CreateSession(setup.Context()));
        await box.SayAsync("Connected,0\n" + Record(5) + Record(9));
        await box.HearAsync("6\0\06\r8\r");
        await box.SayAsync(Record(6, rewound: 1) + Record(7, rewound: 1) + Record(8, rewound: 1));
        await Eventually.TrueAsync(() => setup.Memory.Recall("log/") == "9;1486051509000000", state: () => setup.Memory.Recall("log/") ?? "nothing");
    }

    [Fact]
    public async Task the_number_is_not_remembered_before_the_records_up_to_it_are_stored()
    {
        var setup = new SessionSetup();
        setup.Sink.Hold();
        await using var box = new Conversation(UltraProtocol.Definition.CreateSession(setup.Context()));
        await box.SayAsync(Record(5));
        await Eventually.TrueAsync(() => setup.Sink.Waiting == 1);
        Assert.Null(setup.Memory.Recall("log/"));
        setup.Sink.Release();
        await Eventually.TrueAsync(() => setup.Memory.Recall("log/") is not null);
    }

    [Fact]
    public async Task a_new_connection_goes_on_where_the_last_one_ended()
    {
        var setup = new SessionSetup();
        setup.Memory.Remember("box", "3");
        setup.Memory.Remember("log/3", "41;1486051505000000");
        await using var box = new Conversation(UltraProtocol.Definition.CreateSession(setup.Context()));
        await box.HearAsync("6\0\042\r1000041\r");
    }

    [Fact]
    public async Task a_connection_that_delivered_nothing_is_made_up_for_by_time()
    {
        var setup = new SessionSetup();
        await using (var box = new Conversation(UltraProtocol.Definition.CreateSession(setup.Context())))
        {
            await box.HearAsync("r\n");
            await box.SayAsync("16:5:1 2-2-2017 (1170518701)\n");
            await Eventually.TrueAsync(() => setup.Sink.Samples.Count == 1);
        }

        await using var again = new Conversation(UltraProtocol.Definition.CreateSession(setup.Context()));
        await again.HearAsync("8\0\01170518701\r");
    }

    [Fact]
    public async Task a_state_with_line_feeds_in_it_hides_no_record()
    {
        var setup = new SessionSetup();
        var state = new byte[64];
        (state[0], state[1], state[20], state[30], state[42]) = (3, 64, 10, 10, 55);
        await using var box = new Conversation(UltraProtocol.Definition.CreateSession(setup.Context()));
        await box.SayAsync(state);
        await box.SayAsync("\n" + Record(5));
        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 1);
        Assert.Equal(55, Assert.Single(setup.Sink.Reports).BatteryPercent);
        Assert.Empty(setup.Sink.Rejected);
    }

    private static string Record(int id, int rewound = 0) => $"0,11055,{1_170_518_700 + id},0,1,-71,{rewound},1,0,0000000000000000,0,{id}\n";
}
