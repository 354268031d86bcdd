using System.Collections.Concurrent;
using RaceSystem.Timing.Protocols;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>
/// What a running decoder's sessions remember, in memory: after a restart of the service a decoder is asked for everything
/// again, and what is known already counts once.
/// </summary>
internal sealed class DecoderMemory : IDecoderMemory
{
    private const int MaxKeys = 1_000;

    private readonly ConcurrentDictionary<string, string> _values = new(StringComparer.Ordinal);

    public string? Recall(string key) => _values.GetValueOrDefault(key);

    public void Remember(string key, string value)
    {
        if (_values.Count < MaxKeys || _values.ContainsKey(key))
        {
            _values[key] = value;
        }
    }
}
