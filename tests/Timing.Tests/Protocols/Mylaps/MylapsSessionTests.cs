using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Mylaps;

namespace RaceSystem.Timing.Tests.Protocols.Mylaps;

public sealed class MylapsSessionTests
{
    private const string Record = "KX1234509:15:02.087 5 04  100012504134E";
    private const string Passing = "t=13:11:30.904|c=0000041|ct=UH|d=120606|l=13|dv=4|re=0|an=00001000|g=0|b=41|n=41";
    private readonly SessionSetup _setup = new();

    [Fact]
    public async Task a_location_is_greeted_in_version_2_and_asked_for_what_it_has()
    {
        await using var decoder = Connect();
        await decoder.SayAsync("20K@Pong@$");
        await decoder.HearAsync("RaceSystem@AckPong@Version2.1@$");
        await decoder.HearAsync("RaceSystem@GetLocations@$");
        await decoder.HearAsync("RaceSystem@GetInfo@20K@$");
        await decoder.SayAsync("Toolkit@GetLocations@ln=Start@ln=20K@ln=Finish@$T&S@Ping@$");
        await decoder.HearAsync("RaceSystem@GetInfo@Finish@$RaceSystem@AckPing@$");
        Assert.Single(Occurrences(decoder.Heard, "GetInfo@20K"));
    }

    [Fact]
    public async Task the_settings_choose_name_version_and_fields()
    {
        _setup.Settings["name"] = "Test";
        _setup.Settings["passing-fields"] = "c|ct";
        _setup.Settings["device-fields"] = "id|n|dt";
        await using var decoder = Connect();
        await decoder.SayAsync("20K@Pong@$");
        await decoder.HearAsync("Test@AckPong@Version2.1@c|ct@id|n|dt@$");
        _setup.Settings.Clear();
        _setup.Settings["version"] = "1";
        await using var old = Connect();
        await old.SayAsync("20K@Pong@$");
        await old.HearAsync("RaceSystem@AckPong@$");
    }

    [Fact]
    public async Task a_batch_is_acknowledged_with_its_number_after_it_is_stored_and_not_before()
    {
        _setup.Sink.Hold();
        await using var decoder = Connect();
        await decoder.SayAsync($"\r\n\0\0Finish@Store@{Record}@3@$");
        await Testing.Eventually.TrueAsync(() => _setup.Sink.Waiting == 1);
        Assert.DoesNotContain("AckStore", decoder.Heard);
        _setup.Sink.Release();
        await decoder.HearAsync("RaceSystem@AckStore@3@$");
        Assert.Equal("Finish", Assert.Single(_setup.Sink.Batches).Location);
    }

    [Fact]
    public async Task what_could_not_be_stored_is_not_acknowledged_and_ends_the_session()
    {
        _setup.Sink.Refuses = _ => true;
        await using var decoder = Connect();
        await decoder.SayAsync($"Finish@Store@{Record}@3@$");
        await Assert.ThrowsAsync<DecoderSinkException>(() => decoder.Session);
        Assert.DoesNotContain("AckStore", decoder.Heard);
    }

    [Fact]
    public async Task a_batch_that_comes_again_is_acknowledged_and_stored_once()
    {
        await using var decoder = Connect();
        await decoder.SayAsync($"Finish@Passing@{Passing}@1016@$");
        await decoder.SayAsync($"Finish@Passing@{Passing}@1016@$");
        await decoder.SayAsync($"Start@Passing@{Passing}@1016@$T&S@Ping@$");
        await decoder.HearAsync("AckPing");
        Assert.Equal(3, Occurrences(decoder.Heard, "AckPassing@1016").Count());
        Assert.Equal(["Finish", "Start"], _setup.Sink.Batches.Select(batch => batch.Location));
    }

    [Fact]
    public async Task a_marker_is_stored_and_acknowledged()
    {
        await using var decoder = Connect();
        await decoder.SayAsync("Finish@Marker@t=2017-10-25 11:03:40.347|mt=Gunshot|n=Gunshot 1@4@$");
        await decoder.HearAsync("RaceSystem@AckMarker@4@$");
        Assert.Equal(MarkerKind.Gun, Assert.Single(_setup.Sink.Markers).Kind);
    }

    [Fact]
    public async Task broken_records_and_frames_are_rejected_and_the_rest_goes_on()
    {
        await using var decoder = Connect();
        await decoder.SayAsync($"rubbish$Finish@Dance@1@$Finish@Store@XX@{Record}@7@${new string('x', 70_000)}$Toolkit@AckAuth@a@b@$T&S@Ping@$");
        await decoder.HearAsync("AckStore@7@$");
        await decoder.HearAsync("AckPing");
        Assert.Equal(4, _setup.Sink.Rejected.Count);
        Assert.Equal("XX"u8.ToArray(), _setup.Sink.Rejected[2].Bytes.ToArray());
        Assert.Single(_setup.Sink.Reads);
    }

    [Fact]
    public async Task a_device_tells_of_itself_and_its_clock_is_compared_where_the_zone_leaves_no_doubt()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2025, 4, 13, 5, 15, 0, TimeSpan.Zero));
        var setup = new SessionSetup { Clock = clock, Zone = DeviceTimes.ZoneOf("+04:00")! };
        await using var decoder = new Conversation(MylapsProtocol.Definition.CreateSession(setup.Context()));
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await decoder.SayAsync("20M@AckGetInfo@id=20250558687|n=BibTagDecoder00DF|mac=0004B70700DF|ant=2|bat=50|temp=21|time=954463123529@$");
        await decoder.SayAsync($"A@AckGetInfo@time={now + 250}@$B@AckGetInfo@time={now + (4 * 3_600_000) + 250}@$C@AckGetInfo@time={now + 7_200_000}@$");
        await decoder.SayAsync("D@AckGetInfo@PalicanEar11@Unknown@laptop@$T&S@AckGetInfo@sd=2012-06-21|rn=My 5K Race@$T&S@Ping@$");
        await decoder.HearAsync("AckPing");
        Assert.Equal(new DecoderStatus("BibTagDecoder00DF", 50, 21), setup.Sink.Reports[0]);
        Assert.Equal("PalicanEar11", setup.Sink.Reports[^1].Name);
        Assert.Equal(["20M", "A", "B"], setup.Sink.Samples.Select(sample => sample.Location));
        Assert.All(setup.Sink.Samples.Skip(1), sample => Assert.Equal(250_000, sample.Sample.DeviceMicros - sample.Sample.AgentMicros));
    }

    [Fact]
    public async Task we_ping_so_that_a_dead_connection_is_noticed_and_end_one_that_is_silent()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var setup = new SessionSetup { Clock = clock };
        await using var decoder = new Conversation(MylapsProtocol.Definition.CreateSession(setup.Context()));
        await decoder.SayAsync("Start@Ping@$");
        await decoder.HearAsync("AckPing");
        clock.Advance(TimeSpan.FromSeconds(10));
        await decoder.HearAsync("RaceSystem@Ping@$");
        await Testing.Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            return decoder.Session.IsFaulted;
        });
        await Assert.ThrowsAsync<TimeoutException>(() => decoder.Session);
    }

    private static IEnumerable<int> Occurrences(string text, string part) =>
        Enumerable.Range(0, text.Length).Where(index => text.AsSpan(index).StartsWith(part));

    private Conversation Connect() => new(MylapsProtocol.Definition.CreateSession(_setup.Context()));
}
