using System.Diagnostics;
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
internal sealed class ChangelogFollower : BackgroundService, IChangelogFollower
{
    /// <summary>How often the follower looks whether something is due.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How long the bus may take to bring what is known to exist, before it is fetched. With an announcement each second
    /// a lost last message is noticed well within 2 s.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    /// <summary>How long a failed fetch waits; the grace comes on top.</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Logs fetched at once.</summary>
    private static readonly ParallelOptions Fetches = new() { MaxDegreeOfParallelism = 4 };

    private readonly string _service;
    private readonly string _owner;
    private readonly ILogSource _source;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly FollowedMeets _meets;
    private readonly LogFetcher _fetcher;
    private readonly CopyKeeper _keeper;
    private readonly OwnerContact _contact;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ChangelogFollower(
        string service,
        string owner,
        IChangelogProjection projection,
        ILogSource source,
        FollowedCopy copy,
        TimeProvider time,
        ILogger<ChangelogFollower> log)
    {
        (_service, _owner, _source, _time, _log) = (service, owner, source, time, log);
        var applied = new AppliedLogs(service, owner, projection, log);
        _meets = new FollowedMeets(applied, time);
        _fetcher = new LogFetcher(owner, source, _meets);
        _keeper = new CopyKeeper(service, owner, copy, applied, _meets, time, log);
        _contact = new OwnerContact(time);
    }

    public string Owner => _owner;

    /// <summary>Whether the stored copy is read.</summary>
    public bool IsStarted => _started.Task.IsCompletedSuccessfully;

    /// <summary>How long the owner cannot be reached.</summary>
    public TimeSpan OwnerAwayFor => _contact.AwayFor;

    public Task WhenLoadedAsync(CancellationToken cancellationToken) => _started.Task.WaitAsync(cancellationToken);

    public long AppliedSequence(string meetId) => _meets.AppliedSequence(meetId);

    public async Task ReceiveAsync(IChangeMessage message, CancellationToken cancellationToken)
    {
        // Before the copy is read messages are of no use: the fetch that follows brings what they bring.
        if (message.Owner != _owner || !IsStarted)
        {
            return;
        }

        using var activity = PlatformTelemetry.Source.StartActivity(TelemetryNames.ReceiveActivity, ActivityKind.Consumer);
        activity?.SetTag(TelemetryNames.OwnerTag, _owner);
        activity?.SetTag(TelemetryNames.MeetTag, message.MeetId);
        activity?.SetTag(TelemetryNames.SequenceTag, message.LastSequence);
        _contact.Heard();
        if (Read(message) is { } range)
        {
            await _meets.UseAsync(message.MeetId, log => log.Receive(range), cancellationToken);
        }
    }

    public async Task ReceiveAsync(ChangelogHeadAnnounced announcement, CancellationToken cancellationToken)
    {
        if (announcement.Owner == _owner && IsStarted)
        {
            _contact.Heard();
            await _meets.UseAsync(announcement.MeetId, log => log.Hear(announcement.LogId, announcement.Sequence), cancellationToken);
        }
    }

    public async Task CatchUpAsync(string meetId, CancellationToken cancellationToken)
    {
        await _started.Task.WaitAsync(cancellationToken);
        try
        {
            // A meet the owner does not know leaves nothing behind here.
            if (_meets.Find(meetId) is not null || (await _source.GetHeadAsync(meetId, cancellationToken)).LogId.Length > 0)
            {
                await _fetcher.FetchAsync(_meets.Get(meetId), cancellationToken);
            }

            Answered();
        }
        catch (RpcException error) when (!cancellationToken.IsCancellationRequested)
        {
            Away(error);
            throw new RefusalException(RefusalKind.Unavailable, "OWNER_UNAVAILABLE", $"'{_owner}' cannot be reached; try again.");
        }
    }

    public async Task<ChangelogHead> ReadCopyAsync(string meetId, Action<IReadOnlyList<ChangelogRecord>> take, CancellationToken cancellationToken)
    {
        await _started.Task.WaitAsync(cancellationToken);
        return await _keeper.ReadAsync(meetId, AppliedSequence(meetId), take, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _keeper.LoadAsync(stoppingToken);
            _started.TrySetResult();
            await Task.WhenAll(WatchAsync(stoppingToken), _keeper.StoreAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops. What is not stored yet is fetched again at the next start.
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick, _time);
        await AskHeadsAsync(cancellationToken);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (_contact.IsDue)
            {
                await AskHeadsAsync(cancellationToken);
            }

            var due = _meets.All.Where(meet => meet.BehindSince is { } since && _time.GetElapsedTime(since) >= Grace).ToArray();
            await Parallel.ForEachAsync(due, Fetches, async (meet, _) => await TryFetchAsync(meet, cancellationToken));
        }
    }

    /// <summary>Asks the owner where all its logs stand. A log it does not have any more starts over as an empty one.</summary>
    private async Task AskHeadsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var heads = await _source.ListHeadsAsync(cancellationToken);
            Answered();
            var known = heads.Select(head => head.MeetId).ToHashSet(StringComparer.Ordinal);
            var gone = _meets.All.Where(meet => !known.Contains(meet.Log.MeetId)).Select(meet => new ChangelogHead(meet.Log.MeetId, "", 0));
            foreach (var head in heads.Concat(gone.ToArray()))
            {
                await _meets.UseAsync(head.MeetId, log => log.Hear(head.LogId, head.Sequence), cancellationToken);
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
            await _fetcher.FetchAsync(meet, cancellationToken);
            PlatformTelemetry.GapsFetched.Add(1, PlatformTelemetry.Owner(_owner));
            Answered();
        }
        catch (RpcException error) when (!cancellationToken.IsCancellationRequested)
        {
            Away(error);
            meet.Postpone(_time.GetTimestamp() + (long)(RetryDelay.TotalSeconds * _time.TimestampFrequency));
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
            _log.MessageUnreadable(_owner, message.MeetId, error);
            return null;
        }
    }

    private void Answered()
    {
        if (_contact.Answered())
        {
            _log.OwnerBack(_service, _owner);
        }
    }

    private void Away(RpcException error)
    {
        if (_contact.Failed())
        {
            _log.OwnerAway(_service, _owner, error);
        }
    }
}
