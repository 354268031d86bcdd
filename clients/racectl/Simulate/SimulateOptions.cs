using System.Net;
using RaceSystem.Racectl.Replay;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Racectl.Simulate;

/// <summary>What the person asked of a simulation.</summary>
/// <param name="Replay">The race, as a replay would play it.</param>
/// <param name="Protocols">What the decoders speak; each runner wears a chip of one of them, in turn.</param>
/// <param name="Faults">How badly they behave.</param>
/// <param name="Zone">Zone of their clocks.</param>
/// <param name="TimingAddress">Where Timing is: decoders connect to its host.</param>
/// <param name="Agent">Where decoders connect to instead of Timing; null: to Timing.</param>
/// <param name="AgentByDevice">The same for single devices.</param>
internal sealed record SimulateOptions(
    ReplayOptions Replay,
    IReadOnlyList<DecoderProtocol> Protocols,
    EmulatorFaults Faults,
    TimeZoneInfo Zone,
    Uri TimingAddress,
    IPEndPoint? Agent,
    IReadOnlyDictionary<string, IPEndPoint> AgentByDevice)
{
    /// <summary>Whether the decoders connect to an edge agent, which somebody else set up.</summary>
    public bool IsThroughAgent => Agent is not null || AgentByDevice.Count > 0;
}
