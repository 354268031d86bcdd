using System.Threading.Channels;
using RaceSystem.Client;
using RaceSystem.Timing.EdgeAgent.Csv;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>
/// Puts the reads of all connections into the spool: what waits together shares one record and one flush. A read is on
/// disk when its task completes; a task that fails means that the disk did not take it and nothing may be acknowledged.
/// </summary>
internal sealed class ReadJournal(SpoolFile spool, ILogger<ReadJournal> logger) : BackgroundService
{
    /// <summary>Parts of connections that may wait; further ones hold their connection back.</summary>
    private const int Queued = 256;

    /// <summary>Lines of one connection handed over at once, and reads of one record.</summary>
    internal const int MaxReads = 1_000;

    private readonly Channel<Part> _queue = Channel.CreateBounded<Part>(Queued);

    /// <summary>Why the disk does not take reads; null while it does.</summary>
    internal string? Alarm { get; private set; }

    /// <summary>Completes when a record was added.</summary>
    internal AppendSignal Appended { get; } = new();

    /// <summary>Puts reads on disk.</summary>
    internal async Task WriteAsync(IReadOnlyList<CsvRead> reads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reads.Count, MaxReads);
        var part = new Part(reads, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _queue.Writer.WriteAsync(part, cancellationToken);
        await part.OnDisk.Task.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var parts = new List<Part>();
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken))
            {
                Gather(parts);
                Append(parts);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What still waits was not acknowledged; its connections end with the agent.
        }
    }

    private void Gather(List<Part> parts)
    {
        parts.Clear();
        var count = 0;
        while (_queue.Reader.TryPeek(out var next) && count + next.Reads.Count <= MaxReads && _queue.Reader.TryRead(out next))
        {
            parts.Add(next);
            count += next.Reads.Count;
        }
    }

    private void Append(List<Part> parts)
    {
        var builder = new ReadBatchBuilder();
        foreach (var read in parts.SelectMany(part => part.Reads))
        {
            builder.Add(read.Chip, read.TimeMicros, read.RssiDbm, read.Antenna);
        }

        try
        {
            spool.Append(builder.Build());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Alarm = exception.Message;
            LogMessages.SpoolFailed(logger, exception);
            parts.ForEach(part => part.OnDisk.TrySetException(new IOException("The spool did not take the reads.", exception)));
            return;
        }

        Alarm = null;
        parts.ForEach(part => part.OnDisk.TrySetResult());
        Appended.Raise();
    }

    private sealed record Part(IReadOnlyList<CsvRead> Reads, TaskCompletionSource OnDisk);
}
