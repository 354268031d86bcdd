using System.Diagnostics;
using System.Threading.Channels;
using Google.Protobuf;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>
/// The only one who touches a meet's state: works off a bounded queue, one thing at a time, and commits the batches that
/// wait together in one transaction. Nothing is acknowledged or shown before its commit. Everything public may be called
/// from any thread.
/// </summary>
internal sealed class MeetWriter : IAsyncDisposable
{
    private readonly MeetWriterParts _parts;
    private readonly Channel<MeetWork> _queue = Channel.CreateBounded<MeetWork>(new BoundedChannelOptions(Limits.QueuedBatches) { SingleReader = true });
    private readonly CancellationTokenSource _stopping = new();
    private readonly MeetKeeper _keeper;
    private readonly Task _running;
    private int _disposed;

    internal MeetWriter(string meetId, MeetWriterParts parts)
    {
        MeetId = meetId;
        _parts = parts;
        Activity = new MeetActivity(parts.Time);
        _keeper = new MeetKeeper(meetId, parts, _stopping.Token);
        _running = Task.Run(RunAsync);
    }

    internal string MeetId { get; }

    /// <summary>What goes on right now: rates and open streams.</summary>
    internal MeetActivity Activity { get; }

    /// <summary>Whether the meet's reads are in memory.</summary>
    internal bool IsResident => _keeper.IsResident;

    /// <summary>Hands a batch over; waits while the queue is full. Await <see cref="UploadedBatch.Durable"/> for its end.</summary>
    internal async ValueTask EnqueueAsync(UploadedBatch batch, CancellationToken cancellationToken)
    {
        await WriteAsync(new MeetWork.Batch(batch), cancellationToken);
        _parts.Telemetry.Queued(1);
    }

    /// <summary>Looks at the state as committed now, also by other instances.</summary>
    internal async Task<T> LookAsync<T>(Func<MeetState, T> look, CancellationToken cancellationToken)
    {
        T? answer = default;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await WriteAsync(new MeetWork.Look(state => answer = look(state), done), cancellationToken);
        await done.Task.WaitAsync(cancellationToken);
        return answer!;
    }

    /// <summary>
    /// Changes settings in a transaction of its own; passings that change with them are appended. A refusal must be thrown
    /// before the state is changed. The work runs a second time when the first attempt fails.
    /// </summary>
    internal async Task ChangeAsync(Func<MeetState, ChangelogTransaction, CancellationToken, Task> apply, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await WriteAsync(new MeetWork.Change(apply, done), cancellationToken);
        await done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>The same, for a request that may be sent again: its first answer is given again and nothing is changed.</summary>
    internal async Task<TAnswer> AnswerOnceAsync<TAnswer>(string requestId, Func<MeetState, ChangelogTransaction, CancellationToken, Task<TAnswer>> apply, CancellationToken cancellationToken)
        where TAnswer : IMessage<TAnswer>, new()
    {
        var answer = new TAnswer();
        await ChangeAsync(
            async (state, transaction, token) => answer = await transaction.AnswerOnceAsync(requestId, () => apply(state, transaction, token), token),
            cancellationToken);
        return answer;
    }

    /// <summary>Puts the meet's reads out of memory; the next use loads them again.</summary>
    internal async Task EvictAsync(CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await WriteAsync(new MeetWork.Evict(done), cancellationToken);
        await done.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _queue.Writer.TryComplete();
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async ValueTask WriteAsync(MeetWork work, CancellationToken cancellationToken)
    {
        Activity.Used();
        try
        {
            await _queue.Writer.WriteAsync(work, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw Stopping.Refusal();
        }
    }

    private async Task RunAsync()
    {
        var group = new List<UploadedBatch>();
        try
        {
            while (await _queue.Reader.WaitToReadAsync(_stopping.Token))
            {
                while (!_stopping.IsCancellationRequested && _queue.Reader.TryRead(out var work))
                {
                    await DoAsync(work, group);
                }
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // What still waits is told below.
        }

        while (_queue.Reader.TryRead(out var left))
        {
            Fail(left, Stopping.Refusal());
        }
    }

    private async Task DoAsync(MeetWork work, List<UploadedBatch> group)
    {
        switch (work)
        {
            case MeetWork.Batch first:
                Gather(first, group);
                await CommitAsync(group);
                break;
            case MeetWork.Look look:
                await _keeper.LookAsync(look.Take, look.Done);
                break;
            case MeetWork.Change change:
                await _keeper.TransactAsync(change.Apply, static _ => { }, change.Done);
                break;
            case MeetWork.Evict evict:
                _keeper.Drop();
                evict.Done.TrySetResult();
                break;
            default:
                throw new UnreachableException($"No such work: {work.GetType().Name}.");
        }
    }

    /// <summary>Takes the batches that wait behind the first, up to the bounds of a commit.</summary>
    private void Gather(MeetWork.Batch first, List<UploadedBatch> group)
    {
        group.Clear();
        group.Add(first.Uploaded);
        var reads = first.Uploaded.Batch.TimeUs.Count;
        while (group.Count < Limits.BatchesPerCommit && reads < Limits.ReadsPerCommit
            && _queue.Reader.TryPeek(out var next) && next is MeetWork.Batch && _queue.Reader.TryRead(out next))
        {
            var batch = ((MeetWork.Batch)next).Uploaded;
            group.Add(batch);
            reads += batch.Batch.TimeUs.Count;
        }

        _parts.Telemetry.Queued(-group.Count);
    }

    private async Task CommitAsync(List<UploadedBatch> group)
    {
        var links = group.Select(batch => batch.Trace).Where(trace => trace != default).Distinct().ToList();
        using var activity = TimingTelemetry.Source.StartActivity(
            "timing.commit",
            ActivityKind.Internal,
            links.FirstOrDefault(),
            links: links.Skip(1).Select(trace => new ActivityLink(trace)));
        var started = Stopwatch.GetTimestamp();
        var commit = new BatchCommit(_parts.RawLog, group);
        var done = new TaskCompletionSource();
        await _keeper.TransactAsync(
            (state, transaction, cancellationToken) =>
            {
                commit = new BatchCommit(_parts.RawLog, group);
                return commit.RunAsync(state, transaction, cancellationToken);
            },
            state => commit.Complete(state),
            done);
        if (done.Task.Exception?.InnerException is { } failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            group.ForEach(batch => batch.Fail(failure));
            return;
        }

        activity?.SetTag("racesystem.meet_id", MeetId).SetTag("racesystem.batches", group.Count).SetTag("racesystem.reads", commit.ReadCount);
        _parts.Telemetry.CommitDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        _parts.Telemetry.CommitBatches.Record(group.Count);
        _parts.Telemetry.Reads.Add(commit.ReadCount);
        _parts.Telemetry.Batches.Add(commit.TakenCount);
    }

    private void Fail(MeetWork work, RefusalException failure)
    {
        switch (work)
        {
            case MeetWork.Batch batch:
                _parts.Telemetry.Queued(-1);
                batch.Uploaded.Fail(failure);
                break;
            case MeetWork.Look look:
                look.Done.TrySetException(failure);
                break;
            case MeetWork.Change change:
                change.Done.TrySetException(failure);
                break;
            case MeetWork.Evict evict:
                evict.Done.TrySetException(failure);
                break;
            default:
                throw new UnreachableException($"No such work: {work.GetType().Name}.");
        }
    }
}
