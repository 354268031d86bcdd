using Grpc.Core;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Changelog.Following;

namespace RaceSystem.Platform.Tests.Changelog.Following;

/// <summary>An owner that answers from its logs, or is away.</summary>
internal sealed class FakeLogSource : ILogSource
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, OwnedLog> _logs = [];
    private int _asked;

    public bool IsAway { get; set; }

    public int PageSize { get; set; } = 50;

    /// <summary>How often its heads were asked for.</summary>
    public int Asked => _asked;

    public T With<T>(string meetId, Func<OwnedLog, T> use)
    {
        lock (_lock)
        {
            if (!_logs.TryGetValue(meetId, out var log))
            {
                _logs[meetId] = log = new OwnedLog(meetId);
            }

            return use(log);
        }
    }

    public Task<IReadOnlyList<ChangelogHead>> ListHeadsAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return AnswerAsync<IReadOnlyList<ChangelogHead>>(() => [.. _logs.Values.Where(log => log.LogId.Length > 0).Select(log => log.ToHead())]);
    }

    public Task<ChangelogHead> GetHeadAsync(string meetId, CancellationToken cancellationToken) =>
        AnswerAsync(() => _logs.TryGetValue(meetId, out var log) ? log.ToHead() : new ChangelogHead(meetId, "", 0));

    public Task<ChangelogPage> ListAfterAsync(string meetId, long afterSequence, CancellationToken cancellationToken) =>
        AnswerAsync(() => _logs.TryGetValue(meetId, out var log) ? log.Page(afterSequence, PageSize) : new ChangelogPage("", [], 0, 0));

    private async Task<T> AnswerAsync<T>(Func<T> answer)
    {
        await Task.Yield();
        lock (_lock)
        {
            return IsAway ? throw new RpcException(new Status(StatusCode.Unavailable, "away")) : answer();
        }
    }
}
