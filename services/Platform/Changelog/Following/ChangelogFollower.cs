using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RaceSystem.Changelog.V1;
using RaceSystem.Contracts.Messages;
using RaceSystem.Kernel;
using RaceSystem.Platform.Telemetry;

namespace RaceSystem.Platform.Changelog.Following;

/// <summary>Follows the logs of one owner for one service: hears the bus, fetches what it missed, stores the copy behind.</summary>
internal sealed class ChangelogFollower(
    string service,
    string owner,
    IChangelogProjection projection,
    ILogSource source,
    FollowedCopy copy,
    TimeProvider time,
    ILogger<ChangelogFollower> log) : BackgroundService, IChangelogFollower, IAppliedSink
{
    /// <summary>How often the follower looks whether something is due.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the bus may take to bring what is known to exist, before it is fetched. With an announcement each second a lost last message is noticed well within 2 s.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    /// <summary>After this silence the owner is asked; also how often it is asked while it is away.</summary>
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(5);

    /// <summary>How often the copy is stored.</summary>
    private static readonly TimeSpan StorePeriod = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, FollowedMeet> _meets = new(StringComparer.Ordinal);
    private readonly PendingCopies _pending = new();
    private readonly OwnerContact _contact = new(time);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Owner => owner;

    /// <summary>Whether the stored copy is read.</summary>
    public bool IsStarted => _started.Task.IsCompletedSuccessfully;

    /// <summary>How long the owner cannot be reached.</summary>
    public TimeSpan OwnerAwayFor => _contact.AwayFor;

    public long AppliedSequence(string meetId) => _meets.TryGetValue(meetId, out var meet) ? meet.AppliedSequence : 0;

    public async Task ReceiveAsync(IChangeMessage message, CancellationToken cancellationToken)
    {
        // Before the copy is read messages are of no use: the fetch that follows brings what they bring.
        if (message.Owner != owner || !IsStarted)
        {
            return;
        }

        Heard();
        if (Read(message) is { } range)
        {
            await UseAsync(message.MeetId, followed => followed.Receive(range), cancellationToken);
        }
    }

    public async Task ReceiveAsync(ChangelogHeadAnnounced announcement, CancellationToken cancellationToken)
    {
        if (announcement.Owner == owner && IsStarted)
        {
            Heard();
            await UseAsync(announcement.MeetId, followed => followed.Hear(announcement.LogId, announcement.Sequence), cancellationToken);
        }
    }

    public async Task CatchUpAsync(string meetId, CancellationToken cancellationToken)
    {
        await _started.Task.WaitAsync(cancellationToken);
        try
        {
            // A meet the owner does not know leaves nothing behind here.
            if (_meets.ContainsKey(meetId) || (await source.GetHeadAsync(meetId, cancellationToken)).LogId.Length > 0)
            {
                await FetchAsync(Meet(meetId), cancellationToken);
            }

            Heard();
        }
        catch (RpcException error) when (!cancellationToken.IsCancellationRequested)
        {
            Away(error);
            throw new RefusalException(RefusalKind.Unavailable, "OWNER_UNAVAILABLE", $"'{owner}' cannot be reached; try again.");
        }
    }

    void IAppliedSink.Reset(string meetId, string oldLogId, string newLogId)
    {
        log.LogMadeAnew(owner, meetId, oldLogId, newLogId);
        _pending.StartOver(meetId, newLogId);
        projection.Reset(meetId);
    }

    void IAppliedSink.Applied(string meetId, string logId, IReadOnlyList<ChangelogRecord> records, long from, long through)
    {
        Project(meetId, records, through);
        _pending.Add(meetId, logId, records, from, through);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await LoadCopyAsync(stoppingToken);
            await Task.WhenAll(WatchAsync(stoppingToken), StoreAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops. What is not stored yet is fetched again at the next start.
        }
    }

    private async Task LoadCopyAsync(CancellationToken cancellationToken)
    {
        await copy.WhenReadyAsync(cancellationToken);
        while (true)
        {
            try
            {
                await LoadLogsAsync(cancellationToken);
                _started.TrySetResult();
                return;
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                log.CopyNotLoaded(service, owner, error);
            }

            await Task.Delay(StorePeriod, time, cancellationToken);
        }
    }

    private async Task LoadLogsAsync(CancellationToken cancellationToken)
    {
        long records = 0;
        var heads = await copy.ListAsync(cancellationToken);
        foreach (var meetId in heads.Select(head => head.MeetId))
        {
            // A read that failed half-way is repeated whole.
            projection.Reset(meetId);
            var head = await copy.ReadAsync(meetId, (batch, through) =>
            {
                Project(meetId, batch, through);
                records += batch.Count;
            }, cancellationToken);
            await UseAsync(meetId, followed => followed.Resume(head.LogId, head.Sequence), cancellationToken);
        }

        log.CopyLoaded(service, owner, heads.Count, records);
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        await AskHeadsAsync(cancellationToken);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (_contact.Silence >= SilenceLimit)
            {
                await AskHeadsAsync(cancellationToken);
            }

            foreach (var meet in _meets.Values)
            {
                if (meet.BehindSince is { } since && time.GetElapsedTime(since) >= Grace)
                {
                    await TryFetchAsync(meet, cancellationToken);
                }
            }
        }
    }

    private async Task AskHeadsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var heads = await source.ListHeadsAsync(cancellationToken);
            Heard();
            var known = heads.ToDictionary(head => head.MeetId, StringComparer.Ordinal);
            foreach (var head in known.Values.Concat(_meets.Keys.Where(meetId => !known.ContainsKey(meetId)).Select(meetId => new ChangelogHead(meetId, "", 0))))
            {
                await UseAsync(head.MeetId, followed => followed.Hear(head.LogId, head.Sequence), cancellationToken);
            }
        }
        catch (RpcException error) when (!cancellationToken.IsCancellationRequested)
        {
            Away(error);
        }
    }

    private async Task TryFetchAsync(FollowedMeet meet, CancellationToken cancellationToken)
    {
        try
        {
            await FetchAsync(meet, cancellationToken);
            PlatformTelemetry.GapsFetched.Add(1, PlatformTelemetry.Owner(owner));
            Heard();
        }
        catch (RpcException error) when (!cancellationToken.IsCancellationRequested)
        {
            Away(error);
            meet.BehindSince = time.GetTimestamp();
        }
    }

    private async Task FetchAsync(FollowedMeet meet, CancellationToken cancellationToken)
    {
        using var activity = PlatformTelemetry.Source.StartActivity(TelemetryNames.FetchActivity);
        activity?.SetTag(TelemetryNames.OwnerTag, owner);
        await meet.Fetch.WaitAsync(cancellationToken);
        try
        {
            var after = meet.AppliedSequence;
            var next = source.ListAfterAsync(meet.Log.MeetId, after, cancellationToken);
            while (true)
            {
                var page = await next;
                var (asked, last) = (after, page.ThroughSequence >= page.HeadSequence);
                if (!last)
                {
                    // The next page travels while this one is applied.
                    after = page.ThroughSequence;
                    next = source.ListAfterAsync(meet.Log.MeetId, after, cancellationToken);
                }

                var joins = await UseAsync(meet, followed => followed.Take(asked, page), cancellationToken);
                if (joins && last)
                {
                    return;
                }

                if (!joins)
                {
                    if (page.LogId.Length == 0)
                    {
                        return;
                    }

                    after = meet.AppliedSequence;
                    next = source.ListAfterAsync(meet.Log.MeetId, after, cancellationToken);
                }
            }
        }
        finally
        {
            meet.Fetch.Release();
        }
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(StorePeriod, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var taken = new Queue<PendingCopy>(_pending.TakeAll());
            try
            {
                while (taken.TryPeek(out var pending))
                {
                    await copy.StoreAsync(pending, cancellationToken);
                    taken.Dequeue();
                }
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                _pending.GiveBack(taken);
                log.CopyNotStored(service, owner, _pending.Count, error);
            }
        }
    }

    private FollowedMeet Meet(string meetId) => _meets.GetOrAdd(meetId, id => new FollowedMeet(new FollowedLog(id, this)));

    private Task<bool> UseAsync(string meetId, Action<FollowedLog> use, CancellationToken cancellationToken) =>
        UseAsync(
            Meet(meetId),
            followed =>
            {
                use(followed);
                return true;
            },
            cancellationToken);

    private async Task<T> UseAsync<T>(FollowedMeet meet, Func<FollowedLog, T> use, CancellationToken cancellationToken)
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

    private void Project(string meetId, IReadOnlyList<ChangelogRecord> records, long through)
    {
        try
        {
            projection.Apply(meetId, records, through);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A projection that fails on a record would fail on it for ever: it is told, and the log goes on.
            log.ProjectionFailed(service, owner, meetId, through, error);
        }
    }

    private LogRange? Read(IChangeMessage message)
    {
        try
        {
            var content = ListChangesResponse.Parser.ParseFrom(message.Records);
            return new LogRange(message.LogId, message.FirstSequence, message.LastSequence, ChangeRecords.FromMessages(content.Records));
        }
        catch (InvalidProtocolBufferException error)
        {
            log.MessageUnreadable(owner, message.MeetId, error);
            return null;
        }
    }

    private void Heard()
    {
        if (_contact.Heard())
        {
            log.OwnerBack(service, owner);
        }
    }

    private void Away(RpcException error)
    {
        if (_contact.Failed())
        {
            log.OwnerAway(service, owner, error);
        }
    }
}
