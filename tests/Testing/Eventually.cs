using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace RaceSystem.Testing;

/// <summary>Waits for something to become true by looking again and again until a deadline; never by a fixed sleep.</summary>
public static class Eventually
{
    /// <summary>How long is waited when nothing is said: long, because a loaded machine must not fail a right test.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until <paramref name="condition"/> holds; fails with its text and the last exception otherwise.</summary>
    public static Task TrueAsync(
        Func<bool> condition,
        TimeSpan? timeout = null,
        Func<string>? state = null,
        [CallerArgumentExpression(nameof(condition))] string text = "") =>
        TrueAsync(() => Task.FromResult(condition()), timeout, state, text);

    /// <summary>As above, for a condition that has to be awaited. An exception of the condition counts as not yet.</summary>
    /// <param name="condition">What has to become true.</param>
    /// <param name="timeout">How long to wait; <see cref="DefaultTimeout"/> when absent.</param>
    /// <param name="state">What to say about the state of things when it did not happen.</param>
    /// <param name="text">Filled in by the compiler.</param>
    public static async Task TrueAsync(
        Func<Task<bool>> condition,
        TimeSpan? timeout = null,
        Func<string>? state = null,
        [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        await ValueAsync(async () => await condition() ? "" : null, timeout, state, text);
    }

    /// <summary>Waits until <paramref name="probe"/> gives something other than null, and returns it.</summary>
    public static async Task<T> ValueAsync<T>(
        Func<Task<T?>> probe,
        TimeSpan? timeout = null,
        Func<string>? state = null,
        [CallerArgumentExpression(nameof(probe))] string text = "")
        where T : class
    {
        var limit = timeout ?? DefaultTimeout;
        var cancellationToken = TestContext.Current.CancellationToken;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Exception? failure = null;
            try
            {
                if (await probe() is { } value)
                {
                    return value;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                failure = exception;
            }

            if (watch.Elapsed >= limit)
            {
                throw new TimeoutException($"Did not become true within {limit.TotalSeconds:0.#} s: {text}{Describe(state)}", failure);
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static string Describe(Func<string>? state) => state is null ? "" : $"\nState: {state()}";
}
