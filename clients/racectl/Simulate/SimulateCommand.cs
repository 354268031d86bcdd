using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using RaceSystem.Kernel;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Replay;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Racectl.Simulate;

/// <summary><c>racectl timing simulate</c>.</summary>
internal static class SimulateCommand
{
    private const string Description = """
        Plays a race file through emulated decoders: as replay does, but the reads go in the decoders' own protocols over real sockets to Timing, which is told to listen for them or to dial them, or to an edge agent. Lines and decoders misbehave as the options say, from a seed; the results are the same for any.
        """;

    private static readonly string[] Names = [.. DecoderProtocols.All.Select(protocol => protocol.Name)];

    public static Command Create(GlobalOptions options)
    {
        var race = new RaceArguments();
        var protocol = new Option<string>("--protocol") { Description = $"What the decoders speak, or several with commas, or all: {string.Join(", ", Names)}. With several each runner wears a chip of one of them, in turn.", HelpName = "P[,P2…]|all", Required = true };
        var jitter = new Option<TimeSpan>("--jitter") { Description = "Each frame is late by a random time up to this. Default: 1ms.", HelpName = "DURATION", CustomParser = Durations.ParseOption, DefaultValueFactory = _ => TimeSpan.FromMilliseconds(1) };
        var disconnects = Share("--disconnects", "Share of the frames after which the connection breaks", 0.001);
        var slowAcks = new Option<TimeSpan>("--slow-acks") { Description = "A decoder takes up to this long to look at an answer. Default: 1ms.", HelpName = "DURATION", CustomParser = Durations.ParseOption, DefaultValueFactory = _ => TimeSpan.FromMilliseconds(1) };
        var malformed = Share("--malformed", "Share of the frames before which a broken one comes", 0.01);
        var repeats = Share("--repeats", "Share of the frames that come twice", 0.05);
        var zone = new Option<string>("--time-zone") { Description = "Zone of the decoders' clocks.", HelpName = "ZONE", DefaultValueFactory = _ => "+02:00" };
        var agent = new Option<string?>("--agent") { Description = "Connect the decoders to an edge agent instead of Timing; it must know the race's devices.", HelpName = "HOST:PORT" };
        var connect = new Option<string[]>("--connect") { Description = "The same for the decoder of one device. May be given again.", HelpName = "DEVICE=HOST:PORT", DefaultValueFactory = _ => [] };
        var command = new Command("simulate", Description) { protocol, jitter, disconnects, slowAcks, malformed, repeats, zone, agent, connect };
        race.AddTo(command);
        protocol.Validators.Add(result => Check(result, "--protocol", text => ProtocolsOf(text).TrueForAll(known => known is not null), $"names something that is none of {string.Join(", ", Names)}, all"));
        zone.Validators.Add(result => Check(result, "--time-zone", text => DeviceTimes.ZoneOf(text) is not null, "is neither an IANA time zone nor an offset such as +09:00"));
        agent.Validators.Add(result => Check(result, "--agent", text => AddressOf(text) is not null, "is not an address such as 127.0.0.1:3097"));
        connect.Validators.Add(result => Check(result, "--connect", text => text.Split('=') is [var device, var address] && Identifier.IsValid(device) && AddressOf(address) is not null, "has not the form DEVICE=HOST:PORT"));
        command.Validators.Add(result =>
        {
            if ((result.GetValue(agent) is not null || result.GetValue(connect) is { Length: > 0 }) && ProtocolsOf(result.GetValue(protocol) ?? "").Exists(known => known?.Transport != DecoderTransport.Listen))
            {
                result.AddError("--agent and --connect are for protocols whose decoders connect; others are dialled by the agent.");
            }
        });
        return command.Does(options, (context, parse) =>
        {
            var faults = new EmulatorFaults(parse.GetValue(jitter), parse.GetValue(disconnects), parse.GetValue(slowAcks), parse.GetValue(malformed), parse.GetValue(repeats));
            return new SimulationRun(context, new SimulateOptions(
                race.Read(parse),
                [.. ProtocolsOf(parse.GetRequiredValue(protocol)).OfType<DecoderProtocol>()],
                faults,
                DeviceTimes.ZoneOf(parse.GetRequiredValue(zone))!,
                options.Addresses(parse).Timing,
                parse.GetValue(agent) is { } address ? AddressOf(address) : null,
                parse.GetRequiredValue(connect).Select(text => text.Split('=')).ToDictionary(parts => parts[0], parts => AddressOf(parts[1])!, StringComparer.Ordinal))).RunAsync();
        });
    }

    private static Option<double> Share(string name, string description, double otherwise) =>
        new Option<double>(name) { Description = $"{description}, 0 to 1.", HelpName = "SHARE", DefaultValueFactory = _ => otherwise }.InRange(0, 1);

    private static List<DecoderProtocol?> ProtocolsOf(string text) =>
        text == "all" ? [.. DecoderProtocols.All] : [.. text.Split(',', StringSplitOptions.TrimEntries).Distinct().Select(DecoderProtocols.Find)];

    private static IPEndPoint? AddressOf(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 1 || !ushort.TryParse(text.AsSpan(colon + 1), out var port))
        {
            return null;
        }

        try
        {
            var addresses = Dns.GetHostAddresses(text[..colon]);
            return new IPEndPoint(addresses.FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0], port);
        }
        catch (SocketException)
        {
            // No such host: the caller says so.
            return null;
        }
    }

    private static void Check(System.CommandLine.Parsing.OptionResult result, string option, Func<string, bool> isValid, string problem)
    {
        foreach (var token in result.Tokens.Where(token => !isValid(token.Value)))
        {
            result.AddError($"{option}: '{token.Value}' {problem}.");
        }
    }
}
