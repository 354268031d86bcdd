using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.RaceControl;

/// <summary>What race control does at the timing points, with racectl alone: guns by time and by marker, times taken by hand, decoders.</summary>
public sealed class TimingCommandsTests(RunningSystems systems)
{
    private const string Meet = """
        {
          "meetId": "$meet", "timeZone": "Europe/Paris", "raceDay": "2026-05-17",
          "timingPoints": [{ "timingPointId": "line" }],
          "devices": [{ "deviceId": "box", "timingPointId": "line", "clockCheck": "CLOCK_CHECK_OFF" }],
          "races": [{ "raceId": "r", "course": { "visits": [{ "splitId": "start", "timingPointId": "line", "distanceM": 0, "kind": "COURSE_VISIT_KIND_START" }, { "splitId": "finish", "timingPointId": "line", "distanceM": 5000, "kind": "COURSE_VISIT_KIND_FINISH" }] }, "waves": [{ "waveId": "a" }] }]
        }
        """;

    private IReadOnlyList<string> _where = [];

    [Fact]
    public async Task A_marker_becomes_the_gun_of_a_wave()
    {
        using var folder = await PlannedAsync("control-gun");
        var log = folder.Combine("wiclax.txt");
        await File.WriteAllTextAsync(log, "RACESTART 10:00:00,250\r", TestContext.Current.CancellationToken);
        await AskAsync("reads", "import", log, "--format", "wiclax", "--meet", "control-gun", "--point", "line", "--device", "box");

        var marker = Assert.Single((await AskAsync("timing", "gun", "markers", "--meet", "control-gun")).GetProperty("markers").EnumerateArray());
        Assert.Equal(("gun", "2026-05-17T08:00:00.250000Z"), (Text(marker, "kind"), Text(marker, "time")));
        await AskAsync("timing", "gun", "record", "--meet", "control-gun", "--race", "r", "--at", "2026-05-17T10:00:00+02:00", "--by", "starter");
        await AskAsync("timing", "gun", "record", "--meet", "control-gun", "--race", "r", "--device", Text(marker, "device"), "--marker", Text(marker, "deviceTime"), "--by", "starter", "--note", "photocell");

        var gun = Assert.Single((await AskAsync("timing", "gun", "list", "--meet", "control-gun")).GetProperty("guns").EnumerateArray());
        Assert.Equal(("r", "a", "2026-05-17T08:00:00.250000Z"), (Text(gun, "race"), Text(gun, "wave"), Text(gun, "time")));
        Assert.StartsWith("photocell (marker 'RACESTART' of box", Text(gun, "note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_taken_by_hand_is_listed_and_taken_back()
    {
        using var folder = await PlannedAsync("control-hand");
        await AskAsync("timing", "manual", "--meet", "control-hand", "--point", "line", "--bib", "7", "--time", "10:20:00.5", "--by", "judge");
        var passing = Assert.Single((await AskAsync("timing", "manual", "list", "--meet", "control-hand", "--bib", "7")).GetProperty("passings").EnumerateArray());
        Assert.Equal(("line", "2026-05-17T08:20:00.500000Z", "judge"), (Text(passing, "point"), Text(passing, "time"), Text(passing, "by")));

        await AskAsync("timing", "manual", "revoke", Text(passing, "id"), "--meet", "control-hand", "--by", "referee", "--note", "was bib 1");
        var revoked = Assert.Single((await AskAsync("timing", "manual", "list", "--meet", "control-hand", "--point", "line")).GetProperty("passings").EnumerateArray());
        Assert.Equal(("referee", "was bib 1"), (Text(revoked, "revokedBy"), Text(revoked, "revokeNote")));
    }

    [Fact]
    public async Task A_decoder_is_applied_listed_heard_and_removed()
    {
        using var folder = await PlannedAsync("control-decoder");
        var file = folder.Combine("decoders.json");
        await File.WriteAllTextAsync(file, """{ "decoders": [{ "decoderId": "finish", "protocol": "mylaps", "locations": [{ "deviceId": "box" }] }] }""", TestContext.Current.CancellationToken);
        await AskAsync("timing", "decoder", "apply", "--meet", "control-decoder", "-f", file);
        var decoder = Assert.Single((await AskAsync("timing", "decoder", "list", "--meet", "control-decoder")).GetProperty("decoders").EnumerateArray());
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPEndPoint.Parse(Text(decoder, "endpoint")), TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync("hello@there@$"u8.ToArray(), TestContext.Current.CancellationToken);
            await Eventually.TrueAsync(async () => (await AskAsync("timing", "decoder", "dead-letters", "--meet", "control-decoder")).GetProperty("deadLetters").GetArrayLength() > 0, TimeSpan.FromMinutes(1));
        }

        await AskAsync("timing", "decoder", "remove", "finish", "--meet", "control-decoder");
        Assert.Empty((await AskAsync("timing", "decoder", "list", "--meet", "control-decoder")).GetProperty("decoders").EnumerateArray());
    }

    private async Task<TempFolder> PlannedAsync(string meet)
    {
        _where = (await systems.GetAsync(SystemShape.AllInOne)).RacectlArguments;
        var folder = new TempFolder(meet);
        var (plan, entries) = (folder.Combine("meet.json"), folder.Combine("entries.csv"));
        await File.WriteAllTextAsync(plan, Meet.Replace("$meet", meet, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(entries, "race,bib\nr,7\n", TestContext.Current.CancellationToken);
        await AskAsync("meet", "apply", "-f", plan);
        await AskAsync("entries", "import", entries, "--meet", meet);
        return folder;
    }

    private Task<JsonElement> AskAsync(params string[] arguments) => Replay.Racectl.AnswerAsync([.. arguments, .. _where]);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
