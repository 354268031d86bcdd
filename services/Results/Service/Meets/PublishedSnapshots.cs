using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Service.Meets;

/// <summary>The newest snapshot of a meet, and who waits for the next one. Safe to use from several threads.</summary>
internal sealed class PublishedSnapshots
{
    private volatile MeetStandings _newest = MeetStandings.Empty;
    private TaskCompletionSource _published = NewSignal();

    /// <summary>The newest snapshot; empty until there is one.</summary>
    public MeetStandings Newest => _newest;

    /// <summary>Takes the next one and wakes who waits for it.</summary>
    public void Publish(MeetStandings snapshot)
    {
        _newest = snapshot;
        Interlocked.Exchange(ref _published, NewSignal()).SetResult();
    }

    /// <summary>The first snapshot after a version, the newest one there is by then: who is slow misses the ones between.</summary>
    public async Task<MeetStandings> NextAsync(long version, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The signal first: a snapshot published after it is seen either way.
            var published = Volatile.Read(ref _published).Task;
            var newest = _newest;
            if (newest.Version > version)
            {
                return newest;
            }

            await published.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
