using System.Collections.Concurrent;

namespace RaceSystem.Platform.Changelog.Following;

/// <summary>The followed logs of one owner. Safe to use from several threads: a log is used by one at a time.</summary>
internal sealed class FollowedMeets(IAppliedSink sink, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, FollowedMeet> _meets = new(StringComparer.Ordinal);

    public IEnumerable<FollowedMeet> All => _meets.Values;

    public long AppliedSequence(string meetId) => Find(meetId)?.AppliedSequence ?? 0;

    public FollowedMeet? Find(string meetId) => _meets.GetValueOrDefault(meetId);

    public FollowedMeet Get(string meetId) => _meets.GetOrAdd(meetId, id => new FollowedMeet(new FollowedLog(id, sink)));

    public Task UseAsync(string meetId, Action<FollowedLog> use, CancellationToken cancellationToken)
    {
        bool Use(FollowedLog log)
        {
            use(log);
            return true;
        }

        return UseAsync(Get(meetId), Use, cancellationToken);
    }

    public async Task<T> UseAsync<T>(FollowedMeet meet, Func<FollowedLog, T> use, CancellationToken cancellationToken)
    {
        await meet.Use.WaitAsync(cancellationToken);
        try
        {
            return use(meet.Log);
        }
        finally
        {
            meet.Note(time.GetTimestamp());
            meet.Use.Release();
        }
    }
}
