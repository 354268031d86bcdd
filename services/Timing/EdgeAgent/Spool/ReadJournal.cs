using System.Collections.Concurrent;
using RaceSystem.Client;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>
/// Puts the reads of all connections into the spool: what waits together shares one flush, on a thread of its own so that
/// nothing else in the agent delays it. A batch is on disk when its task completes; a task that fails means that the disk
/// did not take it and nothing may be acknowledged.
/// </summary>
internal sealed class ReadJournal : IDecoderStore, IDisposable
{
    /// <summary>Batches of connections that may wait; further ones hold their connection back.</summary>
    private const int Queued = 256;

    private readonly ConcurrentQueue<Part> _queue = new();
    private readonly SemaphoreSlim _room = new(Queued, Queued);

    // A semaphore wakes a waiting thread by itself; a channel would need a free thread of the pool for that.
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly ReadSpool _spool;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private volatile bool _stopped;

    public ReadJournal(ReadSpool spool, TimeProvider time, ILogger<ReadJournal> logger)
    {
        (_spool, _time, _logger) = (spool, time, logger);
        _thread = new Thread(Run) { IsBackground = true, Name = "journal" };
        _thread.Start();
    }

    /// <summary>Why the disk does not take reads; null while it does.</summary>
    internal string? Alarm { get; private set; }

    /// <summary>From a batch's arrival to the end of its flush.</summary>
    internal LatencyHistogram Latency { get; } = new();

    /// <inheritdoc/>
    public async Task StoreAsync(string deviceId, DecodedBatch batch, CancellationToken cancellationToken)
    {
        var part = new Part(deviceId, batch, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var began = _time.GetTimestamp();
        await _room.WaitAsync(cancellationToken);
        if (_stopped)
        {
            throw new DecoderSinkException("The agent stops.");
        }

        _queue.Enqueue(part);
        _waiting.Release();

        // Not given up when the connection ends: it is on its way to the disk.
        await part.OnDisk.Task;
        Latency.Record(_time.GetElapsedTime(began));
    }

    public void Dispose()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        _waiting.Release();
        _thread.Join();
        while (_queue.TryDequeue(out var late))
        {
            late.OnDisk.TrySetException(new DecoderSinkException("The agent stops."));
        }
    }

    private void Run()
    {
        var parts = new List<Part>();
        while (true)
        {
            _waiting.Wait();
            Gather(parts);
            if (parts.Count > 0)
            {
                Append(parts);
                _room.Release(parts.Count);
            }
            else if (_stopped)
            {
                return;
            }
        }
    }

    /// <summary>Takes what waits, as far as it fits into one record a device.</summary>
    private void Gather(List<Part> parts)
    {
        parts.Clear();
        var sizes = new Dictionary<string, (int Reads, int Markers)>();
        while (_queue.TryPeek(out var next))
        {
            var (reads, markers) = sizes.GetValueOrDefault(next.DeviceId);
            (reads, markers) = (reads + next.Batch.Reads.Count, markers + next.Batch.Markers.Count);
            if (parts.Count > 0 && (reads > ReadBatchBuilder.MaxReads || markers > ReadBatchBuilder.MaxMarkers))
            {
                return;
            }

            sizes[next.DeviceId] = (reads, markers);
            _queue.TryDequeue(out _);
            parts.Add(next);
        }
    }

    private void Append(List<Part> parts)
    {
        try
        {
            _spool.Append([.. parts.GroupBy(part => part.DeviceId, StringComparer.Ordinal).SelectMany(group => Batches(group.Key, group))]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (Alarm is null)
            {
                LogMessages.SpoolFailed(_logger, exception);
            }

            Alarm = exception.Message;
            parts.ForEach(part => part.OnDisk.TrySetException(new DecoderSinkException("The disk does not take reads: " + exception.Message, exception)));
            return;
        }

        if (Alarm is not null)
        {
            LogMessages.SpoolRecovered(_logger);
            Alarm = null;
        }

        parts.ForEach(part => part.OnDisk.TrySetResult());
    }

    private static IEnumerable<(string DeviceId, ReadBatch Batch)> Batches(string deviceId, IEnumerable<Part> parts)
    {
        var builder = new ReadBatchBuilder();
        foreach (var part in parts)
        {
            foreach (var read in part.Batch.Reads)
            {
                if (builder.IsFull)
                {
                    yield return (deviceId, builder.Build());
                }

                builder.Add(read.Chip, read.TimeMicros, read.RssiDbm, read.Antenna);
            }

            foreach (var marker in part.Batch.Markers)
            {
                if (builder.IsFull)
                {
                    yield return (deviceId, builder.Build());
                }

                builder.AddMarker(Wire.Of(marker));
            }
        }

        if (builder.Count > 0 || builder.MarkerCount > 0)
        {
            yield return (deviceId, builder.Build());
        }
    }

    private sealed record Part(string DeviceId, DecodedBatch Batch, TaskCompletionSource OnDisk);
}
