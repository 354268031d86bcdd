using System.Globalization;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.ChronoTrack;

/// <summary>
/// Up to which sequence number each location's stream is stored, kept in the memory with the id of the connection that
/// numbered it: another id means other numbers. The memory holds a bounded number of keys for ever, and names come from the
/// other side: a location has one of <see cref="Slots"/> keys by the hash of its name. Two that share one forget each
/// other, which costs a repetition and no read. Not thread-safe.
/// </summary>
internal sealed class ChronoTrackPositions(IDecoderMemory memory)
{
    /// <summary>Keys in the memory.</summary>
    public const int Slots = 256;

    private const int MaxLocations = 200;
    private readonly Dictionary<string, long> _reached = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>The id that the other side gives this connection; empty when it gives none.</summary>
    public string ConnectionId { get; set; } = "";

    /// <summary>The last sequence number that is stored of a location; null to have all of it.</summary>
    public long? Last(string location)
    {
        var remembered = memory.Recall(Key(location));
        var prefix = Prefix(location);
        return remembered is not null && remembered.StartsWith(prefix, StringComparison.Ordinal) && ClockText.TryDigits(remembered.AsSpan(prefix.Length), out var last) ? last : null;
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
            memory.Remember(Key(location), string.Create(CultureInfo.InvariantCulture, $"{Prefix(location)}{_reached[location]}"));
        }

        _changed.Clear();
    }

    private static string Key(string location) => string.Create(CultureInfo.InvariantCulture, $"chronotrack/{Hash(location) % Slots}");

    private static uint Hash(string text) => text.Aggregate(2_166_136_261u, (hash, character) => unchecked((hash ^ character) * 16_777_619));

    private string Prefix(string location) => $"{location}|{ConnectionId}|";
}
