namespace RaceSystem.Timing.Protocols;

/// <summary>Every protocol that is spoken here: the index of this project.</summary>
public static class DecoderProtocols
{
    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<DecoderProtocol> All { get; } =
    [
        Chronokeep.ChronokeepProtocol.Definition,
        ChronoTrack.ChronoTrackProtocol.Definition,
        Csv.CsvProtocol.Definition,
        Impinj.ImpinjProtocol.Stream,
        Impinj.ImpinjProtocol.Webhook,
        Ipico.IpicoProtocol.Definition,
        Llrp.LlrpProtocol.Definition,
        Mylaps.MylapsProtocol.Definition,
        RaceResult.RaceResultProtocol.Definition,
        RaceResult.RaceResultProtocol.Webhook,
        Ultra.UltraProtocol.Definition,
        Wiclax.WiclaxProtocol.Definition,
    ];

    /// <summary>The protocol of a name; null when there is none.</summary>
    public static DecoderProtocol? Find(string name) => All.FirstOrDefault(protocol => protocol.Name == name);
}
