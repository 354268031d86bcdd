using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RaceSystem.Results.Service.Meets;

/// <summary>The meets that records came for, each with its scoring loop. Safe to use from several threads.</summary>
internal sealed class MeetTable(TimeProvider time, IHostApplicationLifetime lifetime, ILogger<MeetScorer> log)
{
    private readonly ConcurrentDictionary<string, Lazy<MeetScorer>> _meets = new(StringComparer.Ordinal);

    /// <summary>The meet, or null when no record came for it.</summary>
    public MeetScorer? Find(string meetId) => _meets.TryGetValue(meetId, out var meet) ? meet.Value : null;

    /// <summary>The meet; its loop starts with its first record. Only the owners' logs add meets, never a request.</summary>
    public MeetScorer GetOrAdd(string meetId) => _meets.GetOrAdd(meetId, id => new Lazy<MeetScorer>(() => Start(id))).Value;

    private MeetScorer Start(string meetId)
    {
        var scorer = new MeetScorer(meetId, time, log);
        var stopping = lifetime.ApplicationStopping;
        _ = Task.Run(() => RunAsync(scorer, stopping), CancellationToken.None);
        return scorer;
    }

    private static async Task RunAsync(MeetScorer scorer, CancellationToken stopping)
    {
        try
        {
            await scorer.RunAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops; the standings are made anew from the logs at the next start.
        }
    }
}
