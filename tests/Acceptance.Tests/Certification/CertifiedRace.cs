using System.Text.Json;
using RaceSystem.Acceptance.Tests.Replay;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Certification;

/// <summary>A race of a system, decided, published and verified with racectl as race control does it.</summary>
internal sealed class CertifiedRace(IRunningSystem system, TempFolder folder, string meetId, string raceId)
{
    /// <summary>The public key, as a runner has it who asks no server any more.</summary>
    public string KeyFile { get; } = folder.Combine($"{meetId}.pem");

    private string[] Race => ["--meet", meetId, "--race", raceId];

    public Task<JsonElement> AskAsync(params string[] command) => Replay.Racectl.AnswerAsync([.. command, "--meet", meetId, .. system.RacectlArguments]);

    public Task RunAsync(params string[] command) => Replay.Racectl.RunAsync([.. command, .. system.RacectlArguments]);

    public Task DecideAsync(string decision, string bib, params string[] how) =>
        RunAsync(["adjudicate", decision, "--meet", meetId, "--bib", bib, "--by", "Referee", "--note", "seen on video", .. how]);

    /// <summary>Publishes and downloads; accepts what is open, as a referee does who has looked at it.</summary>
    public async Task<(string Document, string Evidence)> PublishAsync(string state, params string[] how)
    {
        var check = await AskAsync("results", "check", "--race", raceId);
        var accepted = check.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("blocking").GetBoolean())
            .SelectMany(item => (string[])["--accept", item.GetProperty("itemId").GetString()!]);
        var published = await AskAsync(["results", "publish", "--race", raceId, "--state", state, "--by", "Referee", .. how, .. accepted]);
        return await DownloadAsync(published.GetProperty("version").GetInt32(), state);
    }

    public async Task<(string Document, string Evidence)> DownloadAsync(int version, string name)
    {
        var (document, evidence) = (folder.Combine($"{meetId}-{name}.jsonl"), folder.Combine($"{meetId}-{name}.evidence"));
        await RunAsync(["results", "download", .. Race, "--number", $"{version}", "-o", document]);
        await RunAsync(["results", "download", .. Race, "--number", $"{version}", "--evidence", "-o", evidence]);
        return (document, evidence);
    }

    /// <summary>What the file says of itself; nobody answers at the address.</summary>
    public Task<JsonElement> VerifyAsync(string document) => OfflineAsync("results", "verify", document, "--key", KeyFile);

    public async Task ReproduceAsync((string Document, string Evidence) version)
    {
        var same = await OfflineAsync("results", "reproduce", "--file", version.Document, "--evidence", version.Evidence, "--key", KeyFile);
        Assert.True(same.GetProperty("isSame").GetBoolean() && same.GetProperty("isKeyTrusted").GetBoolean(), same.ToString());
    }

    /// <summary>The row that the proof of a runner proves, and the person, or empty.</summary>
    public async Task<(JsonElement Row, string Person)> ProveAsync(string bib)
    {
        var proof = await AskAsync("results", "proof", "get", "--race", raceId, "--bib", bib);
        var proven = await OfflineAsync("results", "proof", "verify", proof.GetProperty("payload").GetString()!, "--key", KeyFile);
        return (JsonDocument.Parse(proven.GetProperty("row").GetString()!).RootElement, proven.GetProperty("person").GetString()!);
    }

    private static Task<JsonElement> OfflineAsync(params string[] command) => Replay.Racectl.AnswerAsync([.. command, "--server", "http://127.0.0.1:9"]);
}
