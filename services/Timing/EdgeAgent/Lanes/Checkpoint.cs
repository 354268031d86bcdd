using System.Text.Json;
using System.Text.Json.Serialization;

namespace RaceSystem.Timing.EdgeAgent.Lanes;

/// <summary>The lanes of all devices, as they stand in the spool.</summary>
/// <param name="Devices">One a device.</param>
internal sealed record Checkpoint(IReadOnlyList<DeviceCheckpoint> Devices)
{
    internal byte[] Encode() => JsonSerializer.SerializeToUtf8Bytes(this, CheckpointJson.Default.Checkpoint);

    internal static Checkpoint Decode(ReadOnlySpan<byte> payload) => JsonSerializer.Deserialize(payload, CheckpointJson.Default.Checkpoint)!;
}

/// <summary>The lanes of one device.</summary>
/// <param name="DeviceId">The device.</param>
/// <param name="Last">Number of the newest record.</param>
/// <param name="Reads">Reads in all records.</param>
/// <param name="CatchUps">The lanes that catch up.</param>
/// <param name="Done">Lanes that ended last.</param>
/// <param name="Live">The lane that takes new records.</param>
internal sealed record DeviceCheckpoint(string DeviceId, long Last, long Reads, IReadOnlyList<Lane> CatchUps, IReadOnlyList<Lane> Done, Lane Live);

[JsonSerializable(typeof(Checkpoint))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
