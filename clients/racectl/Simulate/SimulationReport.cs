using System.Globalization;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Replay;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Simulate;

/// <summary>What a simulation tells at its end.</summary>
internal sealed record SimulationReport(ReplayReport Replay, IReadOnlyList<SimulatedDecoder> Decoders, IReadOnlyDictionary<string, DecoderState> States)
{
    public void Write(Terminal terminal)
    {
        Replay.SayDifferences(terminal);
        var values = Replay.Values();
        values["decoders"] = Decoders.Select(decoder => ValuesOf(decoder, States.GetValueOrDefault(decoder.DecoderId))).ToList();
        terminal.Answer(Text(), values);
    }

    private static object ValuesOf(SimulatedDecoder decoder, DecoderState? state) => new
    {
        decoder = decoder.DecoderId,
        protocol = decoder.Protocol.Name,
        devices = decoder.Devices.Select(device => device.DeviceId),
        reads = decoder.Reads.Count,
        stored = state?.ReadCount,
        connections = state?.SessionCount,
        broken = state?.FailedSessionCount,
        rejected = state?.RejectedCount,
        bytes = state?.ReceivedBytes,
    };

    private string Text()
    {
        var lines = new List<string>();
        if (States.Count > 0)
        {
            lines.Add($"{"decoder",-28}{"reads",9}{"stored",9}{"connections",13}{"broken",8}{"rejected",10}");
            lines.AddRange(Decoders.Select(decoder => Line(decoder, States[decoder.DecoderId])));
        }

        lines.Add(Replay.Text());
        return string.Join('\n', lines);
    }

    private static string Line(SimulatedDecoder decoder, DecoderState state) => string.Create(
        CultureInfo.InvariantCulture,
        $"{decoder.DecoderId,-28}{decoder.Reads.Count,9}{state.ReadCount,9}{state.SessionCount,13}{state.FailedSessionCount,8}{state.RejectedCount,10}");
}
