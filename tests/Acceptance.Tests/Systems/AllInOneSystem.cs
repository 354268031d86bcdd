namespace RaceSystem.Acceptance.Tests.Systems;

/// <summary>AllInOne as a person starts it, with its data in a temporary folder.</summary>
internal sealed class AllInOneSystem : IRunningSystem
{
    private readonly TempFolder _data;
    private readonly HostProcess _host;

    private AllInOneSystem(TempFolder data, HostProcess host)
    {
        _data = data;
        _host = host;
        Hosts = new Dictionary<string, HostProcess> { ["allinone"] = host };
    }

    public IReadOnlyList<string> RacectlArguments => ["--server", Results.ToString()];

    public Uri Results => _host.BaseAddress;

    public IReadOnlyDictionary<string, HostProcess> Hosts { get; }

    public static async Task<AllInOneSystem> StartAsync()
    {
        var data = new TempFolder("allinone");
        return new AllInOneSystem(data, await HostProcess.StartAsync("services/AllInOne", arguments: ["--data", data.FullPath]));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _data.Dispose();
    }
}
