using System.Threading.Channels;
using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Client;

/// <summary>
/// Uploads the reads of one device over <c>UploadReads</c> so that nothing is lost and nothing counts twice: keeps every
/// batch until Timing has it on disk, reconnects by itself, continues after the last durable sequence. Calls may come
/// from any thread; the order of batches is the order in which <see cref="EnqueueAsync"/> is called.
/// </summary>
public sealed class ReadUploader : IAsyncDisposable
{
    private readonly UploadConnection _connection;
    private readonly ReadUploaderOptions _options;
    private readonly UploadWindow _window;
    private readonly SemaphoreSlim _slots;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly AckSignal _acked = new();
    private readonly Task _running;
    private long _newReads;
    private int _disposed;

    /// <summary>Starts uploading in the background; does not wait for the server.</summary>
    public ReadUploader(TimingService.TimingServiceClient client, ReadUploaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Epoch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxUnackedBatches, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxUnackedBatches, 1024);
        _options = options;
        _window = new UploadWindow(options.MaxUnackedBatches);
        _slots = new SemaphoreSlim(options.MaxUnackedBatches, options.MaxUnackedBatches);
        _connection = new UploadConnection(client, options, _window, _wake.Reader, OnAck);
        _running = Task.Run(RunAsync);
    }

    /// <summary>Every batch up to this is on the server's disk; 0 before the first.</summary>
    public long DurableSequence => _window.Durable;

    /// <summary>
    /// Reads that this uploader added and that Timing did not know before, as far as acknowledged; those of a commit whose
    /// ack was lost with its connection are missing.
    /// </summary>
    public long NewReadCount => Interlocked.Read(ref _newReads);

    /// <summary>Why the last connection ended; null while none has.</summary>
    public RaceSystemException? LastInterruption { get; private set; }

    /// <summary>Waits until the server has told where the stream stands, and returns its durable sequence.</summary>
    /// <exception cref="RaceSystemException">The server refuses the upload for good.</exception>
    public async Task<long> ConnectAsync(CancellationToken cancellationToken)
    {
        await _acked.WaitAsync(() => _window.IsKnown, cancellationToken).ConfigureAwait(false);
        return _window.Durable;
    }

    /// <summary>
    /// Takes a batch over. A batch with sequence 0 gets the next one, after the server told where the stream stands; a
    /// batch with a sequence must follow the last one, and is left out when it is durable already. Waits while
    /// <see cref="ReadUploaderOptions.MaxUnackedBatches"/> batches are unacked. Do not change the batch afterwards.
    /// </summary>
    /// <exception cref="RaceSystemException">The server refuses the upload for good; the uploader does nothing more.</exception>
    public async ValueTask EnqueueAsync(ReadBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await ConnectAsync(cancellationToken).ConfigureAwait(false);
            await TakeSlotAsync(cancellationToken).ConfigureAwait(false);
            var added = false;
            try
            {
                added = _window.TryAdd(batch);
            }
            finally
            {
                if (!added)
                {
                    _slots.Release();
                }
            }

            _wake.Writer.TryWrite(true);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits until everything enqueued so far is on the server's disk.</summary>
    /// <exception cref="RaceSystemException">The server refuses the upload for good.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var last = _window.Last;
        await _acked.WaitAsync(() => _window.Durable >= last, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops. Batches without an ack are not waited for: call <see cref="FlushAsync"/> before.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _acked.Fail(new ObjectDisposedException(nameof(ReadUploader)));
        if (_window.IsKnown && _window.Durable == _window.Last)
        {
            _wake.Writer.TryComplete();
            await Task.WhenAny(_running, Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None)).ConfigureAwait(false);
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stopping.Dispose();
        _acked.Dispose();
    }

    private async Task TakeSlotAsync(CancellationToken cancellationToken)
    {
        if (_slots.Wait(0, CancellationToken.None))
        {
            _acked.ThrowIfFailed();
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _acked.Failed);
        try
        {
            await _slots.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _acked.ThrowIfFailed();
            throw;
        }
    }

    private void OnAck(long durable, long newReads)
    {
        Interlocked.Add(ref _newReads, newReads);
        var released = _window.Acknowledge(durable);
        if (released > 0)
        {
            _slots.Release(released);
        }

        _acked.Pulse();
    }

    private async Task RunAsync()
    {
        try
        {
            await UploadUntilStoppedAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            _acked.Fail(new ObjectDisposedException(nameof(ReadUploader)));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Not swallowed: every present and later caller gets it.
            _acked.Fail(exception);
        }
    }

    private async Task UploadUntilStoppedAsync()
    {
        var patience = new UploadPatience(_options);
        while (true)
        {
            try
            {
                await _connection.RunAsync(_stopping.Token).ConfigureAwait(false);
                return;
            }
            catch (RpcException exception) when (!_stopping.IsCancellationRequested)
            {
                LastInterruption = RaceSystemException.From(exception);
                var delay = patience.NextDelay(LastInterruption, _window.Durable);
                await Task.Delay(delay, _options.TimeProvider, _stopping.Token).ConfigureAwait(false);
            }
            catch (RpcException)
            {
                throw new OperationCanceledException(_stopping.Token);
            }
        }
    }
}
