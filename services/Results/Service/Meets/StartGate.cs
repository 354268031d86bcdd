using System.Collections.Concurrent;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Results.Service.Following;

namespace RaceSystem.Results.Service.Meets;

/// <summary>
/// Keeps requests for a meet waiting while this process, just started, still reads back its copies of the logs: half a meet
/// would be answered as if it were whole. Open for good once a snapshot contains what was stored.
/// </summary>
internal sealed class StartGate(MeetTable meets, IChangelogFollower registration, IChangelogFollower timing, OwnLog ownLog, TimeProvider time)
{
    /// <summary>How long a request waits before it is told to come again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, bool> _open = new(StringComparer.Ordinal);

    /// <exception cref="RefusalException">Not read yet; reason <c>SERVICE_STARTING</c>.</exception>
    public async Task WaitAsync(string meetId, CancellationToken cancellationToken)
    {
        if (_open.ContainsKey(meetId))
        {
            return;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await OpenAsync(meetId, ending.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new RefusalException(RefusalKind.Unavailable, "SERVICE_STARTING", "Results has just started and still reads the records it stored: try again.");
        }
    }

    private async Task OpenAsync(string meetId, CancellationToken cancellationToken)
    {
        await ownLog.WhenLoadedAsync(cancellationToken);
        await registration.WhenLoadedAsync(cancellationToken);
        await timing.WhenLoadedAsync(cancellationToken);
        if (meets.Find(meetId) is not { } scorer)
        {
            return;
        }

        var (entries, passings) = (registration.AppliedSequence(meetId), timing.AppliedSequence(meetId));
        var standings = scorer.Current;
        while (standings.Sequences.Registration < entries || standings.Sequences.Timing < passings)
        {
            standings = await scorer.Snapshots.NextAsync(standings.Version, cancellationToken);
        }

        _open.TryAdd(meetId, true);
    }
}
