using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>
/// The writers of all meets. A writer without reads in memory is small and stays; the reads of a meet leave memory when
/// nobody wanted anything of it for <see cref="IdleTime"/>, or when more than <see cref="Limits.ResidentMeets"/> are
/// there, the one idle longest first. Meets are known to Registration before they come here, which bounds their number.
/// </summary>
internal sealed class ResidentMeets(MeetWriterParts parts, ILogger<ResidentMeets> logger) : BackgroundService
{
    internal static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Lazy<MeetWriter>> _writers = new(StringComparer.Ordinal);

    /// <summary>The writers there are, with or without reads in memory.</summary>
    internal IEnumerable<MeetWriter> Writers => _writers.Values.Select(writer => writer.Value);

    internal MeetWriter WriterOf(string meetId) =>
        _writers.GetOrAdd(meetId, id => new Lazy<MeetWriter>(() => new MeetWriter(id, parts))).Value;

    /// <summary>Puts out what is idle.</summary>
    internal async Task EvictAsync(CancellationToken cancellationToken)
    {
        var resident = Writers.Where(writer => writer.IsResident)
            .OrderBy(writer => writer.Activity.LastUse).ToList();
        var idleSince = Instant.From(parts.Time.GetUtcNow()) + Elapsed.From(-IdleTime);
        var surplus = resident.Count - Limits.ResidentMeets;
        foreach (var writer in resident.Where(writer => writer.Activity.StreamCount == 0))
        {
            if (writer.Activity.LastUse <= idleSince || surplus > 0)
            {
                await writer.EvictAsync(cancellationToken);
                LogMessages.MeetEvicted(logger, writer.MeetId);
                surplus--;
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var writer in _writers.Values)
        {
            await writer.Value.DisposeAsync();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, parts.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await EvictAsync(stoppingToken);
                }
                catch (RefusalException exception)
                {
                    LogMessages.EvictionFailed(logger, exception);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
