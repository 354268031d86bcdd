using System.Text;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Changelog.Following;

namespace RaceSystem.Platform.Tests.Changelog.Following;

/// <summary>An owner's log as the contract says it, with nothing of the implementation: all records ever, and the latest a key.</summary>
internal sealed class OwnedLog(string meetId)
{
    private readonly List<ChangelogRecord> _history = [];
    private int _made;

    public string LogId { get; private set; } = "";

    public long Head => _history.Count;

    public ChangelogHead ToHead() => new(meetId, LogId, Head);

    /// <summary>The independent oracle: the latest value of each key.</summary>
    public IReadOnlyDictionary<string, string> Latest => At(Head).ToDictionary(record => record.Key, Text);

    /// <summary>What a compacted log holds of everything through a sequence.</summary>
    public IEnumerable<ChangelogRecord> At(long sequence) =>
        _history.Take((int)sequence).GroupBy(record => record.Key).Select(group => group.Last()).OrderBy(record => record.Sequence);

    public LogRange Commit(params string[] keys)
    {
        if (LogId.Length == 0)
        {
            MakeAnew();
        }

        var first = Head + 1;
        foreach (var key in keys.Distinct())
        {
            _history.Add(new ChangelogRecord(Head + 1, key, Encoding.UTF8.GetBytes($"{LogId}/{Head + 1}")));
        }

        return new LogRange(LogId, first, Head, _history[((int)first - 1)..]);
    }

    /// <summary>The database was emptied: an own identity, an own count.</summary>
    public void MakeAnew()
    {
        LogId = $"log-{++_made}";
        _history.Clear();
    }

    /// <summary>The owner has no such log any more.</summary>
    public bool Forget()
    {
        _history.Clear();
        LogId = "";
        return true;
    }

    /// <summary>The database was put back to an earlier state of the same log.</summary>
    public void RestoreTo(long sequence) => _history.RemoveRange((int)sequence, _history.Count - (int)sequence);

    public ChangelogPage Page(long after, int limit)
    {
        var kept = At(Head).Where(record => record.Sequence > after).ToArray();
        var records = kept.Take(limit).ToArray();
        var through = kept.Length > limit ? records[^1].Sequence : Head;
        return new ChangelogPage(LogId, records, through, Head);
    }

    public static string Text(ChangelogRecord record) => Encoding.UTF8.GetString(record.Value.Span);
}
