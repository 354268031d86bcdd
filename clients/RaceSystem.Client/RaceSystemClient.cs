using Grpc.Core;
using Grpc.Net.Client;
using RaceSystem.Changelog.V1;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Client;

/// <summary>
/// The typed clients of one RaceSystem. Channels open with the first call, are shared between equal addresses and
/// reconnect by themselves. Safe to share between threads; keep one for the life of the program.
/// </summary>
public sealed class RaceSystemClient : IDisposable
{
    private readonly RaceSystemClientOptions _options;
    private readonly Lock _lock = new();
    private readonly Dictionary<Uri, GrpcChannel> _channels = [];
    private bool _disposed;

    /// <summary>For AllInOne: every service behind one address.</summary>
    public RaceSystemClient(Uri server)
        : this(RaceSystemClientOptions.Of(server))
    {
    }

    /// <summary>For separate hosts.</summary>
    public RaceSystemClient(RaceSystemClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Meets, races, courses, entries, bibs and chips.</summary>
    public RegistrationService.RegistrationServiceClient Registration => new(Channel(_options.Registration));

    /// <summary>Timing points, devices, raw reads, gun starts and passings.</summary>
    public TimingService.TimingServiceClient Timing => new(Channel(_options.Timing));

    /// <summary>Standings, splits and runners' results.</summary>
    public ResultsService.ResultsServiceClient Results => new(Channel(_options.Results));

    /// <summary>Registration's log; the owner is <c>registration</c>.</summary>
    public ChangelogService.ChangelogServiceClient RegistrationChangelog => new(Channel(_options.Registration));

    /// <summary>Timing's log; the owner is <c>timing</c>.</summary>
    public ChangelogService.ChangelogServiceClient TimingChangelog => new(Channel(_options.Timing));

    /// <summary>Results' log; the owner is <c>results</c>.</summary>
    public ChangelogService.ChangelogServiceClient ResultsChangelog => new(Channel(_options.Results));

    /// <summary>Closes the channels; calls under way end as cancelled.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            foreach (var channel in _channels.Values)
            {
                channel.Dispose();
            }

            _channels.Clear();
        }
    }

    private GrpcChannel Channel(Uri address)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!_channels.TryGetValue(address, out var channel))
            {
                channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
                {
                    HttpHandler = Handler(),
                    DisposeHttpClient = true,
                    MaxReceiveMessageSize = _options.MaxReceiveMessageSize,
                });
                _channels.Add(address, channel);
            }

            return channel;
        }
    }

    // Pings find a peer that vanished without closing (a venue's network); without them a watch would hang for minutes.
    private static SocketsHttpHandler Handler() => new()
    {
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        KeepAlivePingDelay = TimeSpan.FromSeconds(20),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
    };
}
