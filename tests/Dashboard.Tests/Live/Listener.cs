using System.Text;
using RaceSystem.Dashboard.Service.Live;

namespace RaceSystem.Dashboard.Tests.Live;

/// <summary>A browser as the hub sees it: reads its stream as fast as it can and remembers what came.</summary>
internal sealed class Listener : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<(string Name, string Data)> _heard = [];
    private readonly CancellationTokenSource _stop = new();

    public Listener(LiveViewer viewer)
    {
        Viewer = viewer;
        _ = Task.Run(ReadAsync);
    }

    public LiveViewer Viewer { get; }

    public IReadOnlyList<(string Name, string Data)> Heard
    {
        get
        {
            lock (_gate)
            {
                return [.. _heard];
            }
        }
    }

    /// <summary>The newest state heard.</summary>
    public string? State => Heard.LastOrDefault(said => said.Name is "whole" or "change").Data;

    public bool HasHeard(string part) => Heard.Any(said => said.Data.Contains(part, StringComparison.Ordinal));

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        Viewer.Dispose();
    }

    private async Task ReadAsync()
    {
        await foreach (var next in Viewer.ReadAsync(_stop.Token))
        {
            lock (_gate)
            {
                _heard.Add((next.EventType, Encoding.UTF8.GetString(next.Data)));
            }
        }
    }
}
