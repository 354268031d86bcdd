using System.Collections.Concurrent;
using System.Text;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Platform.Tests.Modules;

/// <summary>The plainest projection: the latest value of each key.</summary>
internal sealed class LatestRecords : IChangelogProjection
{
    private readonly ConcurrentDictionary<(string MeetId, string Key), string> _values = new();

    public IReadOnlyDictionary<string, string> Of(string meetId) =>
        _values.Where(pair => pair.Key.MeetId == meetId).ToDictionary(pair => pair.Key.Key, pair => pair.Value);

    public void Reset(string meetId)
    {
        foreach (var key in _values.Keys.Where(key => key.MeetId == meetId))
        {
            _values.TryRemove(key, out _);
        }
    }

    public void Apply(string meetId, IReadOnlyList<ChangelogRecord> records, long throughSequence)
    {
        foreach (var record in records)
        {
            _values[(meetId, record.Key)] = Encoding.UTF8.GetString(record.Value.Span);
        }
    }
}
