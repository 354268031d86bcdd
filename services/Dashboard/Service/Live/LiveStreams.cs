using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Live;

/// <summary>Opens event streams for browsers, up to a bound, and ends them when the browser leaves or the host stops.</summary>
public sealed class LiveStreams(IOptions<LiveOptions> options, IHostApplicationLifetime lifetime)
{
    private int _open;

    /// <summary>Browsers with an open stream.</summary>
    public int OpenCount => Volatile.Read(ref _open);

    /// <summary>The response that streams what the viewer joins.</summary>
    /// <exception cref="RefusalException">Too many streams are open.</exception>
    public IResult Open(HttpContext http, Action<LiveViewer> join)
    {
        if (OpenCount >= options.Value.MaxViewers)
        {
            throw new RefusalException(RefusalKind.ResourceExhausted, "DASHBOARD_BUSY", "Too many live pages are open at the moment. Please try again in a minute.");
        }

        var viewer = new LiveViewer(options.Value.ViewerQueue);
        http.Response.RegisterForDispose(viewer);
        join(viewer);
        http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would keep events back
        return TypedResults.ServerSentEvents(ReadAsync(viewer, http.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<byte[]>> ReadAsync(LiveViewer viewer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _open);
        DashboardTelemetry.Viewers.Add(1);
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
            await foreach (var next in viewer.ReadAsync(end.Token))
            {
                yield return next;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
            DashboardTelemetry.Viewers.Add(-1);
        }
    }
}
