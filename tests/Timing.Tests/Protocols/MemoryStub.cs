using System.Collections.Concurrent;
using RaceSystem.Timing.Protocols;

namespace RaceSystem.Timing.Tests.Protocols;

/// <summary>A memory of decoders in memory, which holds sessions to its bounds.</summary>
public sealed class MemoryStub : IDecoderMemory
{
    public ConcurrentDictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public string? Recall(string key) => Values.GetValueOrDefault(key);

    public void Remember(string key, string value)
    {
        if (key.Length > 100 || value.Length > 200 || Values.Count > 1_000)
        {
            throw new InvalidOperationException($"The session broke a bound of the memory with {key.Length} and {value.Length} characters.");
        }

        Values[key] = value;
    }
}
