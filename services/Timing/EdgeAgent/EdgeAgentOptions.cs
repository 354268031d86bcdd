using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Hosting;

namespace RaceSystem.Timing.EdgeAgent;

/// <summary>What the agent reads from the section <c>EdgeAgent</c> (environment: <c>EdgeAgent__MeetId</c> …).</summary>
internal sealed class EdgeAgentOptions
{
    internal const string Section = "EdgeAgent";
    internal const int MaxDecoders = 100;
    private const long Megabyte = 1 << 20;

    /// <summary>Meet the reads belong to.</summary>
    public string MeetId { get; set; } = "";

    /// <summary>Address of Timing or AllInOne.</summary>
    public Uri Server { get; set; } = new("http://127.0.0.1:8080");

    /// <summary>Folder of the spools; each meet has one inside.</summary>
    public string Folder { get; set; } = "spool";

    /// <summary>The decoders.</summary>
    public List<DecoderOptions> Decoders { get; } = [];

    /// <summary>Length of a segment of the spool; as much room is reserved ahead.</summary>
    public int SegmentMegabytes { get; set; } = 64;

    /// <summary>What Timing has is kept for so many days …</summary>
    public int KeepDays { get; set; } = 7;

    /// <summary>… or until the spool is larger than this.</summary>
    public int KeepMegabytes { get; set; } = 4_096;

    /// <summary>Folder of this meet's spool.</summary>
    internal string MeetFolder => Path.Combine(Folder, MeetId);

    /// <summary>Length of a segment.</summary>
    internal long SegmentBytes => SegmentMegabytes * Megabyte;

    /// <summary>Bytes beyond which the oldest segments are deleted that Timing has.</summary>
    internal long KeepBytes => KeepMegabytes * Megabyte;

    /// <summary>The devices of all decoders.</summary>
    internal IReadOnlyList<string> DeviceIds => [.. Decoders
        .SelectMany(decoder => decoder.ToSettings().Devices.Values)
        .Where(device => device != DecoderSettings.Ignored)
        .Distinct(StringComparer.Ordinal)];

    /// <summary>What is missing or wrong, for a person; empty when the agent can start.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!Identifier.IsValid(MeetId))
        {
            yield return "EdgeAgent:MeetId must name the meet (EdgeAgent__MeetId in the environment).";
        }

        if (!Server.IsAbsoluteUri || Server.Scheme is not ("http" or "https"))
        {
            yield return $"EdgeAgent:Server must be the address of Timing, such as http://10.0.0.5:5102, not '{Server}'.";
        }

        if (SegmentMegabytes is < 1 or > 1_024 || KeepDays is < 0 or > 3_650 || KeepMegabytes is < 1 or > 1_000_000)
        {
            yield return "EdgeAgent:SegmentMegabytes must be 1 to 1024, KeepDays 0 to 3650, KeepMegabytes 1 to 1000000.";
        }

        if (Decoders.Count is 0 or > MaxDecoders)
        {
            yield return $"EdgeAgent:Decoders must list the decoders of this point, 1 to {MaxDecoders} (EdgeAgent__Decoders__0__Id, __Protocol, __Device … in the environment).";
        }

        for (var i = 0; i < Decoders.Count; i++)
        {
            foreach (var problem in Decoders[i].Problems($"{Section}:Decoders:{i}"))
            {
                yield return problem;
            }
        }

        foreach (var twice in Decoders.GroupBy(decoder => decoder.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"EdgeAgent:Decoders: the id '{twice.Key}' is given {twice.Count()} times.";
        }
    }
}
