using RaceSystem.Timing.EdgeAgent.Spool.Disk;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>One file of the spool. Appending is for one thread; everything else for any.</summary>
/// <param name="number">Counts segments.</param>
/// <param name="file">The file.</param>
/// <param name="lastBefore">Newest record of each device in the segments before.</param>
/// <param name="damage">Ranges that cannot be read.</param>
internal sealed class SpoolSegment(long number, ISpoolFile file, IReadOnlyDictionary<string, long> lastBefore, IReadOnlyList<(long From, long To)> damage)
{
    private const long IndexEvery = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<(long Number, long Offset)>> _index = [];
    private long _end;

    internal long Number { get; } = number;

    internal ISpoolFile File { get; } = file;

    internal string Name => NameOf(Number);

    /// <summary>Everything before this is durable.</summary>
    internal long End
    {
        get => Interlocked.Read(ref _end);
        set => Interlocked.Exchange(ref _end, value);
    }

    /// <summary>Whether part of it cannot be read: it is never deleted.</summary>
    internal bool IsDamaged => damage.Count > 0;

    /// <summary>Bytes that cannot be read.</summary>
    internal long DamagedBytes => damage.Sum(range => range.To - range.From);

    internal static string NameOf(long number) => $"spool-{number:D8}.seg";

    /// <summary>The segment number in a file's name; 0 when it is no segment.</summary>
    internal static long NumberOf(string name) =>
        name.Length == 18 && name.StartsWith("spool-", StringComparison.Ordinal) && name.EndsWith(".seg", StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(6, 8), out var number) ? number : 0;

    /// <summary>The newest record of each device in the segments before.</summary>
    internal IReadOnlyDictionary<string, long> AllLastBefore { get; } = lastBefore;

    /// <summary>The newest record of a device in the segments before; 0: none.</summary>
    internal long LastBefore(string deviceId) => AllLastBefore.GetValueOrDefault(deviceId);

    /// <summary>Whether a record lies in this segment or a later one.</summary>
    internal bool IsNotBehind(string deviceId, long record) => LastBefore(deviceId) < record;

    /// <summary>Remembers, now and then, where a record begins.</summary>
    internal void Index(string deviceId, long record, long offset)
    {
        lock (_lock)
        {
            if (!_index.TryGetValue(deviceId, out var places))
            {
                _index.Add(deviceId, places = []);
            }

            if (places.Count == 0 || offset - places[^1].Offset >= IndexEvery)
            {
                places.Add((record, offset));
            }
        }
    }

    /// <summary>An offset at or before a record, not far.</summary>
    internal long Near(string deviceId, long record)
    {
        lock (_lock)
        {
            var places = _index.GetValueOrDefault(deviceId) ?? [];
            var at = places.FindLastIndex(place => place.Number <= record);
            return at < 0 ? 0 : places[at].Offset;
        }
    }

    /// <summary>Where the damage that begins at an offset ends; 0 when none begins there.</summary>
    internal long EndOfDamage(long offset) => damage.FirstOrDefault(range => range.From == offset).To;
}
