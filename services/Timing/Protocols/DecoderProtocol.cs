using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols;

/// <summary>One way in which decoders speak.</summary>
/// <param name="Name">As people type it: lower-case letters, digits, '-'.</param>
/// <param name="DisplayName">For pages.</param>
/// <param name="Transport">Who connects to whom.</param>
/// <param name="DefaultPort">Usual TCP port; 0 for webhooks.</param>
/// <param name="ChipDigits">Length of a chip code in this protocol, for emulated fields.</param>
/// <param name="CreateSession">Makes a session for one connection.</param>
/// <param name="CreateEmulator">Makes a decoder that speaks it.</param>
/// <param name="FileFormat">Reads files of it; null when another protocol's format serves.</param>
/// <param name="StreamPath">Where a decoder serves its HTTP stream, when the address does not say.</param>
public sealed record DecoderProtocol(
    string Name,
    string DisplayName,
    DecoderTransport Transport,
    int DefaultPort,
    int ChipDigits,
    Func<DecoderSessionContext, IDecoderSession> CreateSession,
    Func<EmulatorSettings, IDecoderEmulator> CreateEmulator,
    IReadFileFormat? FileFormat,
    string StreamPath = "/");
