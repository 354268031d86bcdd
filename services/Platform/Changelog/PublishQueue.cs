using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using RaceSystem.Platform.Telemetry;

namespace RaceSystem.Platform.Changelog;

/// <summary>
/// What waits for the bus, and where the logs stand. When it is full the oldest ranges are dropped: messages are hints,
/// and followers fetch what they miss.
/// </summary>
internal sealed class PublishQueue
{
    /// <summary>Most ranges that wait; with <see cref="RangeSplitter.MaxBytes"/> each, 128 MiB at the very most.</summary>
    public const int Capacity = 256;

    private readonly Channel<CommittedRange> _channel;
    private readonly ConcurrentDictionary<string, AnnouncedHead> _heads = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private long _dropped;

    public PublishQueue(string owner, TimeProvider time)
    {
        _time = time;
        var options = new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        _channel = Channel.CreateBounded<CommittedRange>(options, _ =>
        {
            Interlocked.Increment(ref _dropped);
            PlatformTelemetry.RangesDropped.Add(1, PlatformTelemetry.Owner(owner));
        });
    }

    /// <summary>Ranges dropped since the process started.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Heads of this process by meet, with the time of their last change.</summary>
    public IEnumerable<AnnouncedHead> Heads => _heads.Values;

    public void Enqueue(ChangelogHead head, IEnumerable<CommittedRange> ranges)
    {
        Announce(head);
        foreach (var range in ranges)
        {
            _channel.Writer.TryWrite(range);
        }
    }

    /// <summary>Has a head announced for a while. A head never moves back inside one log.</summary>
    public void Announce(ChangelogHead head) => _heads.AddOrUpdate(
        head.MeetId,
        _ => new AnnouncedHead(head, _time.GetTimestamp()),
        (_, known) => known.Head.LogId == head.LogId && known.Head.Sequence >= head.Sequence ? known : new AnnouncedHead(head, _time.GetTimestamp()));

    /// <summary>Stops announcing a log that has not changed for a while.</summary>
    public void Retire(AnnouncedHead head) => _heads.TryRemove(new(head.Head.MeetId, head));

    public ValueTask<CommittedRange> ReadAsync(CancellationToken cancellationToken) => _channel.Reader.ReadAsync(cancellationToken);

    public bool TryPeek([MaybeNullWhen(false)] out CommittedRange range) => _channel.Reader.TryPeek(out range);

    public bool TryRead([MaybeNullWhen(false)] out CommittedRange range) => _channel.Reader.TryRead(out range);
}
