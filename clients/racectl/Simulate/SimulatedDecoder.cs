using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Racectl.Simulate;

/// <summary>A decoder of a simulated race.</summary>
/// <param name="DecoderId">Its id at Timing.</param>
/// <param name="Protocol">What it speaks.</param>
/// <param name="Devices">Device of each of its locations.</param>
/// <param name="Reads">What it delivers, in this order.</param>
internal sealed record SimulatedDecoder(string DecoderId, DecoderProtocol Protocol, IReadOnlyList<SimulatedDevice> Devices, IReadOnlyList<EmulatedRead> Reads);
