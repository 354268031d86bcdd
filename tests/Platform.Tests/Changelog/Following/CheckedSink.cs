using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Changelog.Following;

namespace RaceSystem.Platform.Tests.Changelog.Following;

/// <summary>A projection that fails the test when it is handed anything out of order.</summary>
internal sealed class CheckedSink : IAppliedSink
{
    private readonly Dictionary<string, ChangelogRecord> _records = [];
    private long _through;

    public IReadOnlyDictionary<string, string> Values => _records.ToDictionary(pair => pair.Key, pair => OwnedLog.Text(pair.Value));

    public void Reset(string meetId, string oldLogId, string newLogId)
    {
        _records.Clear();
        _through = 0;
    }

    public void Applied(string meetId, string logId, IReadOnlyList<ChangelogRecord> records, long from, long through)
    {
        Assert.Equal(_through, from);
        Assert.True(through > from);
        var last = from;
        foreach (var record in records)
        {
            Assert.InRange(record.Sequence, last + 1, through);
            Assert.StartsWith(logId + "/", OwnedLog.Text(record));
            last = record.Sequence;
            _records[record.Key] = record;
        }

        _through = through;
    }

    public void Check(FollowedLog log) => Assert.Equal(_through, log.Applied);
}
