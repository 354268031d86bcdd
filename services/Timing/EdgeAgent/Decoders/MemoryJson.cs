using System.Text.Json.Serialization;

namespace RaceSystem.Timing.EdgeAgent.Decoders;

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class MemoryJson : JsonSerializerContext;
