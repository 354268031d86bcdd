using System.Net;
using System.Net.Sockets;

namespace RaceSystem.Testing.Servers;

/// <summary>A line between two programs that can be cut and restored. Safe to use from several threads.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private readonly HashSet<TcpClient> _open = [];
    private readonly Task _accepting;
    private readonly int _target;
    private bool _isCut;

    private TcpProxy(TcpListener listener, int target)
    {
        _listener = listener;
        _target = target;
        _accepting = AcceptAsync();
    }

    /// <summary>Where programs connect to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How often the line was cut while something was on it.</summary>
    public int Cuts { get; private set; }

    /// <summary>Starts on a free port of loopback.</summary>
    /// <param name="target">Port of loopback that it leads to.</param>
    public static TcpProxy Start(int target)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new TcpProxy(listener, target);
    }

    /// <summary>Breaks every connection, with a reset and whatever was on its way.</summary>
    /// <param name="dropsNew">Whether new connections are broken too, until <see cref="Restore"/>.</param>
    public void Cut(bool dropsNew)
    {
        lock (_lock)
        {
            _isCut = dropsNew;
            Cuts += _open.Count > 0 ? 1 : 0;
            foreach (var client in _open)
            {
                client.LingerState = new LingerOption(true, 0);
                client.Close();
            }

            _open.Clear();
        }
    }

    /// <summary>Lets new connections through.</summary>
    public void Restore()
    {
        lock (_lock)
        {
            _isCut = false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        Cut(dropsNew: true);
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            _ = CarryAsync(client);
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var one = client;
        using var other = new TcpClient();
        try
        {
            await other.ConnectAsync(IPAddress.Loopback, _target, _stopping.Token);
            lock (_lock)
            {
                if (_isCut)
                {
                    return;
                }

                _open.Add(one);
                _open.Add(other);
            }

            await Task.WhenAny(
                one.GetStream().CopyToAsync(other.GetStream(), _stopping.Token),
                other.GetStream().CopyToAsync(one.GetStream(), _stopping.Token));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Cut: that is what it is for.
        }

        lock (_lock)
        {
            _open.Remove(one);
            _open.Remove(other);
        }
    }
}
