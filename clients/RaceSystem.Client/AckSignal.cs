using System.Runtime.ExceptionServices;

namespace RaceSystem.Client;

/// <summary>Lets callers wait for a condition that each ack may make true, or for the end of the uploader.</summary>
internal sealed class AckSignal : IDisposable
{
    private readonly CancellationTokenSource _failed = new();
    private TaskCompletionSource _next = New();
    private ExceptionDispatchInfo? _failure;

    /// <summary>Cancelled when no ack will come any more.</summary>
    public CancellationToken Failed => _failed.Token;

    public async Task WaitAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Before the condition: a pulse in between then completes this very task.
            var next = Volatile.Read(ref _next).Task;
            if (condition())
            {
                return;
            }

            ThrowIfFailed();
            await next.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void ThrowIfFailed() => Volatile.Read(ref _failure)?.Throw();

    public void Pulse() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>The first failure stays.</summary>
    public void Fail(Exception exception)
    {
        Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        _failed.Cancel();
        Pulse();
    }

    public void Dispose() => _failed.Dispose();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
