using System.Globalization;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.ChronoTrack;

/// <summary>
/// Up to which sequence number each location's stream is stored, kept in the memory with the id of the connection that
/// numbered it: another id means other numbers. Not thread-safe.
/// </summary>
internal sealed class ChronoTrackPositions(IDecoderMemory memory)
{
    private const int MaxLocations = 200;
    private readonly Dictionary<string, long> _reached = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>The id that the other side gives this connection; empty when it gives none.</summary>
    public string ConnectionId { get; set; } = "";

    /// <summary>The last sequence number that is stored of a location; null to have all of it.</summary>
    public long? Last(string location)
    {
        var remembered = memory.Recall(Key(location));
        var cut = remembered?.LastIndexOf('|') ?? -1;
        return cut >= 0 && remembered![..cut] == ConnectionId && ClockText.TryDigits(remembered.AsSpan(cut + 1), out var last) ? last : null;
    }

    /// <summary>A line of the stream came.</summary>
    public void Reach(string location, long sequence)
    {
        if (_reached.Count >= MaxLocations && !_reached.ContainsKey(location))
        {
            return;
        }

        if (sequence > _reached.GetValueOrDefault(location))
        {
            _reached[location] = sequence;
            _changed.Add(location);
        }
    }

    /// <summary>What came is on disk.</summary>
    public void Stored()
    {
        foreach (var location in _changed)
        {
            memory.Remember(Key(location), string.Create(CultureInfo.InvariantCulture, $"{ConnectionId}|{_reached[location]}"));
        }

        _changed.Clear();
    }

    /// <summary>Keys of the memory have at most 100 characters: a long name is told by its hash at the end.</summary>
    private static string Key(string location)
    {
        var key = $"chronotrack/{location}";
        return key.Length <= 100 ? key : $"{key[..80]}/{Hash(location):x8}";
    }

    private static uint Hash(string text) => text.Aggregate(2_166_136_261u, (hash, character) => unchecked((hash ^ character) * 16_777_619));
}
