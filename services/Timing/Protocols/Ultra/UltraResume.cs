using System.Globalization;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>
/// Gets the records of the log that did not come: those since the last connection, those between two numbers that are not
/// neighbours. The memory keeps for each box the number up to which everything is stored. Not thread-safe.
/// </summary>
internal sealed class UltraResume(DecoderSessionContext context, Stream stream)
{
    private const string LastBoxKey = "box";
    private const string SinceKey = "since";
    private const int MaxBoxes = 16;
    private readonly Dictionary<string, (LogIds Ids, bool IsAsked)> _boxes = new(StringComparer.Ordinal);
    private readonly string _form = context.Setting("rewind", "binary");

    /// <summary>At the start of a connection: asks for everything since the last one.</summary>
    public Task BeginAsync(CancellationToken cancellationToken)
    {
        if (_form == "off")
        {
            return Task.CompletedTask;
        }

        if (context.Memory.Recall(LastBoxKey) is { } box && Recall(box) is { } ids)
        {
            _boxes[box] = (ids, true);
            return SayAsync(UltraCommands.RewindIds(_form == "text", ids.Complete + 1, ids.Complete + LogIds.MaxGap), cancellationToken);
        }

        return TryNumber(context.Memory.Recall(SinceKey), out var since)
            ? SayAsync(UltraCommands.RewindTimes(_form == "text", since, since + (7 * 86_400)), cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>The box told its time: what it reads from the first contact on is ours, even when that connection delivers nothing.</summary>
    public void HearClock(long wall)
    {
        if (context.Memory.Recall(LastBoxKey) is null && context.Memory.Recall(SinceKey) is null)
        {
            var seconds = Math.Max(0, (wall / Instant.MicrosPerSecond) - UltraParser.Epoch);
            context.Memory.Remember(SinceKey, seconds.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A record came.</summary>
    public Task TakeAsync(string box, long logId, long wall, bool isRewound, CancellationToken cancellationToken)
    {
        if (logId == 0)
        {
            return Task.CompletedTask;
        }

        if (!_boxes.TryGetValue(box, out var known))
        {
            if (_boxes.Count >= MaxBoxes)
            {
                return Task.CompletedTask;
            }

            _boxes[box] = known = (Recall(box) ?? new LogIds(), false);
        }

        return known.Ids.Take(logId, wall, isRewound) && !known.IsAsked ? AskAsync(known.Ids, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>At regular times: asks again for what is still missing.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        foreach (var (box, (ids, _)) in _boxes.ToArray())
        {
            _boxes[box] = (ids, false);
            await AskAsync(ids, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Everything that came is stored.</summary>
    public void Stored()
    {
        foreach (var (box, (ids, _)) in _boxes)
        {
            if (ids.Complete > 0)
            {
                context.Memory.Remember(Key(box), string.Create(CultureInfo.InvariantCulture, $"{ids.Complete};{ids.LastWall}"));
                context.Memory.Remember(LastBoxKey, box);
            }
        }
    }

    private async Task AskAsync(LogIds ids, CancellationToken cancellationToken)
    {
        var (due, givenUp) = ids.Request();
        foreach (var gap in givenUp)
        {
            context.Sink.Reject(new RejectedFrame($"records {gap.From} to {gap.To} of the log did not come after {LogIds.MaxRequests} requests", default));
        }

        foreach (var gap in due.Where(_ => _form != "off"))
        {
            await SayAsync(UltraCommands.RewindIds(_form == "text", gap.From, gap.To), cancellationToken).ConfigureAwait(false);
        }
    }

    private LogIds? Recall(string box) =>
        context.Memory.Recall(Key(box))?.Split(';') is [var id, var wall]
        && TryNumber(id, out var last) && last is > 0 and <= uint.MaxValue && TryNumber(wall, out var lastWall)
            ? new LogIds(last, lastWall)
            : null;

    private Task SayAsync(byte[] command, CancellationToken cancellationToken) => stream.WriteAsync(command, cancellationToken).AsTask();

    private static string Key(string box) => "log/" + box;

    private static bool TryNumber(string? text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= 1_000_000_000_000_000_000;
}
