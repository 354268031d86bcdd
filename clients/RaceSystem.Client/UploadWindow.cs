using RaceSystem.Timing.V1;

namespace RaceSystem.Client;

/// <summary>
/// The batches between the durable sequence and the last one given: a ring, because both ends only move up.
/// Safe to share between threads.
/// </summary>
internal sealed class UploadWindow(int capacity)
{
    private readonly Lock _lock = new();
    private readonly ReadBatch?[] _ring = new ReadBatch?[capacity];
    private long _durable;
    private long _last;

    /// <summary>Whether the server has told where the stream stands.</summary>
    public bool IsKnown { get; private set; }

    public long Durable
    {
        get
        {
            lock (_lock)
            {
                return _durable;
            }
        }
    }

    public long Last
    {
        get
        {
            lock (_lock)
            {
                return _last;
            }
        }
    }

    /// <summary>Takes a batch in. False: it is durable already and needs no slot.</summary>
    /// <exception cref="ArgumentException">The batch has a sequence of its own that does not follow the last one.</exception>
    public bool TryAdd(ReadBatch batch)
    {
        lock (_lock)
        {
            if (batch.Sequence == 0)
            {
                batch.Sequence = _last + 1;
            }

            if (batch.Sequence <= _durable)
            {
                return false;
            }

            if (batch.Sequence != _last + 1)
            {
                throw new ArgumentException($"Batch {batch.Sequence} does not follow {_last}: sequences have no gaps.", nameof(batch));
            }

            _last = batch.Sequence;
            _ring[_last % capacity] = batch;
            return true;
        }
    }

    /// <summary>The batch with this sequence; null when it was not given yet.</summary>
    public ReadBatch? Find(long sequence)
    {
        lock (_lock)
        {
            return sequence > _durable && sequence <= _last ? _ring[sequence % capacity] : null;
        }
    }

    /// <summary>Forgets what is on the server's disk and returns how many batches that were.</summary>
    public int Acknowledge(long durable)
    {
        lock (_lock)
        {
            IsKnown = true;
            var released = 0;
            while (_durable < durable)
            {
                _durable++;
                if (_durable <= _last && _ring[_durable % capacity] is not null)
                {
                    _ring[_durable % capacity] = null;
                    released++;
                }
                else
                {
                    // Durable from an earlier life of this stream: nothing of ours lies below, so jump.
                    _durable = durable;
                }
            }

            _last = Math.Max(_last, _durable);
            return released;
        }
    }
}
