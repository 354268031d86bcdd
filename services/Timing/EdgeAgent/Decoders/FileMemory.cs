using System.Text.Json;
using RaceSystem.Timing.Protocols;

namespace RaceSystem.Timing.EdgeAgent.Decoders;

/// <summary>
/// What the sessions of one decoder remember, in a small file. It is written after the reads that it speaks of, a moment
/// later: a memory lost with the power costs a repetition.
/// </summary>
internal sealed class FileMemory : IDecoderMemory
{
    private const int MaxKeys = 1_000;
    private const int MaxKeyLength = 100;
    private const int MaxValueLength = 200;

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly Dictionary<string, string> _values;
    private bool _changed;

    internal FileMemory(string path)
    {
        _path = path;
        _values = Load(path);
    }

    public string? Recall(string key)
    {
        lock (_lock)
        {
            return _values.GetValueOrDefault(key);
        }
    }

    public void Remember(string key, string value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, MaxKeyLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, MaxValueLength);
        lock (_lock)
        {
            if (_values.Count < MaxKeys || _values.ContainsKey(key))
            {
                _changed |= _values.GetValueOrDefault(key) != value;
                _values[key] = value;
            }
        }
    }

    /// <summary>Writes what changed.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    internal void Save()
    {
        byte[] bytes;
        lock (_lock)
        {
            if (!_changed)
            {
                return;
            }

            bytes = JsonSerializer.SerializeToUtf8Bytes(_values, MemoryJson.Default.DictionaryStringString);
            _changed = false;
        }

        var part = _path + ".part";
        using (var file = File.Create(part))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, _path, overwrite: true);
    }

    private static Dictionary<string, string> Load(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), MemoryJson.Default.DictionaryStringString) ?? [] : [];
        }
        catch (JsonException)
        {
            // Damaged: as if nothing were remembered, so the decoder's reads are fetched once more.
            return [];
        }
    }
}
