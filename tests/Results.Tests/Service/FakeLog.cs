using System.Collections.Concurrent;
using Google.Protobuf;
using RaceSystem.Contracts.Messages;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Results.Tests.Service;

/// <summary>Another service's logs with the follower of them: what is committed is applied when it is delivered or caught up with.</summary>
internal sealed class FakeLog(string owner, IChangelogProjection projection) : IChangelogFollower
{
    private readonly ConcurrentDictionary<string, Log> _logs = new(StringComparer.Ordinal);

    public string Owner => owner;

    /// <summary>Pending: the stored copy is not read yet.</summary>
    public Task Loaded { get; init; } = Task.CompletedTask;

    public Task WhenLoadedAsync(CancellationToken cancellationToken) => Loaded.WaitAsync(cancellationToken);

    public long AppliedSequence(string meetId) => _logs.TryGetValue(meetId, out var log) ? log.Applied : 0;

    /// <summary>From now on the owner cannot be asked for this meet; the log is shared by tests that run at the same time.</summary>
    public void GoAway(string meetId) => _logs.GetOrAdd(meetId, _ => new Log()).IsAway = true;

    /// <summary>Commits records without telling anybody.</summary>
    public FakeLog Commit(string meetId, params (string Key, IMessage Value)[] records)
    {
        var log = _logs.GetOrAdd(meetId, _ => new Log());
        lock (log)
        {
            foreach (var (key, value) in records)
            {
                log.Waiting.Add(new ChangelogRecord(++log.Head, key, value.ToByteArray()));
            }
        }

        return this;
    }

    /// <summary>Brings everything that is committed, as the bus does.</summary>
    public void Deliver(string meetId)
    {
        if (_logs.TryGetValue(meetId, out var log))
        {
            lock (log)
            {
                projection.Apply(meetId, [.. log.Waiting], log.Head);
                log.Delivered.AddRange(log.Waiting);
                log.Waiting.Clear();
                log.Applied = log.Head;
            }
        }
    }

    public Task CatchUpAsync(string meetId, CancellationToken cancellationToken)
    {
        if (_logs.TryGetValue(meetId, out var log) && log.IsAway)
        {
            throw new RefusalException(RefusalKind.Unavailable, "OWNER_UNAVAILABLE", "away");
        }

        Deliver(meetId);
        return Task.CompletedTask;
    }

    public Task<ChangelogHead> ReadCopyAsync(string meetId, Action<IReadOnlyList<ChangelogRecord>> take, CancellationToken cancellationToken)
    {
        if (!_logs.TryGetValue(meetId, out var log))
        {
            return Task.FromResult(new ChangelogHead(meetId, "", 0));
        }

        lock (log)
        {
            // Of every key the latest record, as the stored copy keeps them.
            take([.. log.Delivered.GroupBy(record => record.Key, StringComparer.Ordinal).Select(key => key.Last()).OrderBy(record => record.Sequence)]);
            return Task.FromResult(new ChangelogHead(meetId, $"log-of-{owner}", log.Applied));
        }
    }

    public Task ReceiveAsync(IChangeMessage message, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ReceiveAsync(ChangelogHeadAnnounced announcement, CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed class Log
    {
        private volatile bool _isAway;

        public bool IsAway
        {
            get => _isAway;
            set => _isAway = value;
        }

        public long Head { get; set; }

        public long Applied { get; set; }

        public List<ChangelogRecord> Waiting { get; } = [];

        public List<ChangelogRecord> Delivered { get; } = [];
    }
}
