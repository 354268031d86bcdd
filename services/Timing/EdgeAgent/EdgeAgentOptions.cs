using RaceSystem.Kernel;

namespace RaceSystem.Timing.EdgeAgent;

/// <summary>What the agent reads from the section <c>EdgeAgent</c> (environment: <c>EdgeAgent__MeetId</c> …).</summary>
internal sealed class EdgeAgentOptions
{
    internal const string Section = "EdgeAgent";

    /// <summary>Meet the reads belong to.</summary>
    public string MeetId { get; set; } = "";

    /// <summary>This agent's device; Timing must know it.</summary>
    public string DeviceId { get; set; } = "";

    /// <summary>Address of Timing or AllInOne.</summary>
    public Uri Server { get; set; } = new("http://127.0.0.1:8080");

    /// <summary>Where decoders connect; loopback unless told otherwise.</summary>
    public string ListenAddress { get; set; } = "127.0.0.1";

    /// <summary>TCP port of the CSV protocol; 0 takes a free one.</summary>
    public int ListenPort { get; set; } = 10_200;

    /// <summary>Folder of the spool file.</summary>
    public string Folder { get; set; } = "spool";

    /// <summary>What is missing, for a person; empty when the agent can start.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!Identifier.IsValid(MeetId))
        {
            yield return "EdgeAgent:MeetId must name the meet (EdgeAgent__MeetId in the environment).";
        }

        if (!Identifier.IsValid(DeviceId))
        {
            yield return "EdgeAgent:DeviceId must name this device as Timing knows it (EdgeAgent__DeviceId in the environment).";
        }
    }
}
