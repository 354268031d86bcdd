using System.Net;

namespace RaceSystem.Timing.Protocols.Emulation;

/// <summary>What an emulated decoder does.</summary>
/// <param name="Reads">What it delivers, in this order.</param>
/// <param name="EndPoint">Where it connects to, or listens (port 0: a free one).</param>
/// <param name="Zone">Zone of its clock.</param>
/// <param name="Faults">How badly it behaves.</param>
/// <param name="Seed">Decides every random thing.</param>
/// <param name="Clock">Waiting.</param>
/// <param name="WebhookPath">Path it posts to, for protocols over webhooks.</param>
public sealed record EmulatorSettings(
    IReadOnlyList<EmulatedRead> Reads,
    IPEndPoint EndPoint,
    TimeZoneInfo Zone,
    EmulatorFaults Faults,
    int Seed,
    TimeProvider Clock,
    string WebhookPath = "/");
