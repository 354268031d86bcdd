using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>
/// Keeps a meet's state in step with the database: loads it when it is wanted, and drops it whenever something failed,
/// since it may then be ahead. Everything is tried twice: another instance may have been faster. Used by the meet's
/// writer alone, one thing at a time.
/// </summary>
internal sealed class MeetKeeper(string meetId, MeetWriterParts parts, CancellationToken stopping)
{
    private const int Attempts = 2;

    private readonly PassingRecords _passings = new();
    private MeetState? _state;

    /// <summary>Whether the meet's reads are in memory. From any thread.</summary>
    internal bool IsResident => Volatile.Read(ref _state) is not null;

    /// <summary>Puts the state out of memory.</summary>
    internal void Drop() => Volatile.Write(ref _state, null);

    /// <summary>Shows the state as committed now.</summary>
    internal Task LookAsync(Action<MeetState> look, TaskCompletionSource done) => AttemptAsync(done, async state =>
    {
        await parts.Loader.CatchUpAsync(meetId, state, stopping);
        look(state);
    });

    /// <summary>
    /// Runs work in a transaction that holds the meet's log, on a state that is up to date with it; passings that change are
    /// appended. A refusal must be thrown before the state is changed.
    /// </summary>
    /// <param name="work">What to do; again at a second attempt.</param>
    /// <param name="committed">Runs after the commit.</param>
    /// <param name="done">Told how it ended.</param>
    internal Task TransactAsync(Func<MeetState, ChangelogTransaction, CancellationToken, Task> work, Action<MeetState> committed, TaskCompletionSource done) =>
        AttemptAsync(done, async state =>
        {
            state.Head = await parts.Changelog.CommitAsync(
                meetId,
                async (transaction, cancellationToken) =>
                {
                    await parts.Loader.CatchUpAsync(transaction, state, cancellationToken);
                    await work(state, transaction, cancellationToken);
                    _passings.AppendTouched(state.Reads, transaction);
                },
                stopping);
            committed(state);
        });

    private async Task AttemptAsync(TaskCompletionSource done, Func<MeetState, Task> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work(_state ?? await LoadAsync());
                done.TrySetResult();
                return;
            }
            catch (RefusalException refusal)
            {
                done.TrySetException(refusal);
                return;
            }
            catch (Exception exception)
            {
                Drop();
                LogMessages.CommitFailed(parts.Logger, exception, meetId, attempt);
                if (attempt == Attempts || stopping.IsCancellationRequested)
                {
                    done.TrySetException(stopping.IsCancellationRequested ? Stopping.Refusal() : Away());
                    return;
                }
            }
        }
    }

    private async Task<MeetState> LoadAsync()
    {
        var loaded = new MeetState();
        await parts.Loader.CatchUpAsync(meetId, loaded, stopping);
        Volatile.Write(ref _state, loaded);
        return loaded;
    }

    private static RefusalException Away() => new(
        RefusalKind.Unavailable,
        StorageReadiness.AwayReason,
        "Timing's database does not answer as it should; nothing was acknowledged. Try again in a moment.");
}
