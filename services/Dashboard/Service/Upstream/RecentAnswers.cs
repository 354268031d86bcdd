using System.Collections.Concurrent;

namespace RaceSystem.Dashboard.Service.Upstream;

/// <summary>
/// Answers kept for a moment, so that many viewers of one page ask its service once. A failure is kept as long as an
/// answer: a service that is away is not asked by everybody at once. Safe to share between threads.
/// </summary>
/// <param name="keep">How long an answer is given again.</param>
/// <param name="capacity">Most answers kept; past it all are dropped and asked anew.</param>
/// <param name="time">The clock.</param>
public sealed class RecentAnswers<TKey, TValue>(TimeSpan keep, int capacity, TimeProvider time)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Answer> _answers = new();

    /// <summary>Gives the kept answer or asks. The question goes on when one of several callers leaves.</summary>
    public Task<TValue> GetAsync(TKey key, Func<TKey, Task<TValue>> ask, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_answers.TryGetValue(key, out var kept) && now - kept.AskedAt < keep)
        {
            return kept.Value.Value.WaitAsync(cancellationToken);
        }

        if (_answers.Count >= capacity)
        {
            _answers.Clear();
        }

        var fresh = new Answer(now, new Lazy<Task<TValue>>(() => ask(key)));
        var current = _answers.AddOrUpdate(key, fresh, (_, other) => now - other.AskedAt < keep ? other : fresh);
        return current.Value.Value.WaitAsync(cancellationToken);
    }

    private sealed record Answer(DateTimeOffset AskedAt, Lazy<Task<TValue>> Value);
}
