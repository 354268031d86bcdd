using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.RaceResult;

namespace RaceSystem.Timing.Tests.Protocols.RaceResult;

public sealed class RaceResultWebhookTests
{
    private const string Record =
        """
        {"ID":1,"Bib":50001,"TimingPoint":"STARTFINISH","Result":-10,"Time":32795.944,"Invalid":false,"Passing":{"Transponder":"ZICAD30",
        "Position":{"Latitude":0,"Longitude":0,"Altitude":0,"Flag":""},"Hits":75,"RSSI":-75,"Battery":3,"Temperature":17,"WUC":6233,"LoopID":8,"Channel":8,
        "DeviceID":"D-50432","DeviceName":"Support Decoder","OrderID":0,"Port":2,"IsMarker":false,"FileNo":177,"PassingNo":1,
        "Received":"2024-01-12T09:07:43.15+01:00","UTCTime":"2024-01-12T09:06:35.944Z"}}
        """;

    private const string Short = """{"Passing":{"Transponder":"B2","UTCTime":"2024-01-12T09:06:36.944Z","DeviceName":"Finish"}}""";
    private readonly SessionSetup _setup = new() { Zone = DeviceTimes.ZoneOf("+01:00")!, Date = new DateOnly(2024, 1, 12) };

    [Fact]
    public async Task a_record_gives_location_chip_time_and_signal()
    {
        await PostAsync(Record);
        var batch = Assert.Single(_setup.Sink.Batches);
        Assert.Equal("STARTFINISH", batch.Location);
        Assert.Equal([new DecodedRead("ZICAD30", At("2024-01-12T09:06:35.944Z"), -75, 2)], batch.Reads);
    }

    [Fact]
    public async Task a_time_that_is_local_though_it_is_labelled_as_utc_is_read_in_the_zone_when_that_is_declared()
    {
        _setup.Settings["utc-time"] = "local";
        await PostAsync(Record);
        Assert.Equal(At("2024-01-12T08:06:35.944Z"), Assert.Single(_setup.Sink.Reads).TimeMicros);
    }

    [Theory]
    [InlineData("[{0},{0},{1}]")]
    [InlineData("{0}\n{0}\r\n{1}\n")]
    [InlineData("{0} {0}{1}")]
    public async Task several_records_come_as_an_array_or_one_after_the_other(string form)
    {
        await PostAsync(form.Replace("{0}", Record.ReplaceLineEndings("")).Replace("{1}", Short));
        Assert.Equal(["ZICAD30", "ZICAD30", "B2"], _setup.Sink.Reads.Select(read => read.Chip));
    }

    [Fact]
    public async Task a_broken_line_costs_no_other()
    {
        await PostAsync($"{Short}\n{{\"Passing\":\n{Short}\n7\n[]\n");
        Assert.Equal(2, _setup.Sink.Reads.Count);
        Assert.Equal(["{\"Passing\":", "7"], _setup.Sink.Rejected.Select(rejected => Encoding.UTF8.GetString(rejected.Bytes.Span)));
    }

    [Fact]
    public async Task a_marker_is_a_marker()
    {
        await PostAsync(Record.Replace("\"IsMarker\":false", "\"IsMarker\":true").Replace("ZICAD30", "99999"));
        Assert.Equal(new DecodedMarker(At("2024-01-12T09:06:35.944Z"), MarkerKind.Gun, "Marker 99999"), Assert.Single(_setup.Sink.Markers));
    }

    [Theory]
    [InlineData("\"Invalid\":false", "\"Invalid\":true", "invalid")]
    [InlineData("ZICAD30", "", "transponder")]
    [InlineData("ZICAD30", "Z D", "transponder")]
    [InlineData("ZICAD30", "\\ud800", "text")]
    [InlineData("STARTFINISH", "\\ud800", "text")]
    public async Task a_record_that_makes_no_sense_is_rejected(string part, string instead, string reason)
    {
        await PostAsync(Record.Replace(part, instead));
        Assert.Contains(reason, Assert.Single(_setup.Sink.Rejected).Reason);
        Assert.Empty(_setup.Sink.Batches);
    }

    [Fact]
    public async Task without_utc_the_seconds_of_the_day_count_on_the_local_clock()
    {
        await PostAsync(Record.Replace("UTCTime", "Other"));
        Assert.Equal(At("2024-01-12T08:06:35.944Z"), Assert.Single(_setup.Sink.Reads).TimeMicros);
    }

    [Fact]
    public async Task a_body_without_end_is_refused()
    {
        await Assert.ThrowsAsync<DecoderProtocolException>(() => PostAsync(new string(' ', (16 * 64 * 1024) + 1)));
    }

    private static long At(string text) => Instant.From(DateTimeOffset.Parse(text)).Micros;

    private Task PostAsync(string body) =>
        RaceResultProtocol.Webhook.CreateSession(_setup.Context()).RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), TestContext.Current.CancellationToken);
}
