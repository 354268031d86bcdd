namespace RaceSystem.Acceptance.Tests.Systems;

/// <summary>A whole system that is up, in one shape or another.</summary>
internal interface IRunningSystem : IAsyncDisposable
{
    /// <summary>Where it is, in the words of racectl.</summary>
    IReadOnlyList<string> RacectlArguments { get; }

    /// <summary>The host that serves Results.</summary>
    Uri Results { get; }

    /// <summary>The hosts, by name.</summary>
    IReadOnlyDictionary<string, HostProcess> Hosts { get; }
}
