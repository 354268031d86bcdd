using System.Net;
using System.Net.Sockets;
using RaceSystem.Client;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.Replay;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Simulate;

/// <summary>Timing's side of a simulation: the decoders that it is told of, and what it says of them.</summary>
internal sealed class SimulationSite(RaceSystemClient client, PatientCalls calls, SimulateOptions options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ListenPatience = TimeSpan.FromSeconds(20);

    private string MeetId => options.Replay.MeetId;

    /// <summary>Timing's host as it is reached from here.</summary>
    public async Task<IPAddress> HostAsync(CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(options.TimingAddress.Host, cancellationToken).ConfigureAwait(false);
        return addresses.FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0];
    }

    /// <summary>Applies decoders; those that Timing dials are named with the address of their emulator.</summary>
    public Task ApplyAsync(IEnumerable<(SimulatedDecoder Decoder, IDecoderEmulator? Emulator)> decoders, IPAddress host, CancellationToken cancellationToken)
    {
        var request = new ApplyDecodersRequest { MeetId = MeetId, RequestId = Guid.NewGuid().ToString("N") };
        request.Decoders.AddRange(decoders.Select(item => MessageOf(item.Decoder, item.Emulator, host)));
        return calls.RunAsync(call => client.Timing.ApplyDecodersAsync(request, call).ResponseAsync, cancellationToken);
    }

    /// <summary>Removes decoders, so that Timing does not dial what is gone.</summary>
    public Task RemoveAsync(IEnumerable<SimulatedDecoder> decoders, CancellationToken cancellationToken)
    {
        var request = new ApplyDecodersRequest { MeetId = MeetId, RequestId = Guid.NewGuid().ToString("N") };
        request.RemovedDecoderIds.AddRange(decoders.Select(decoder => decoder.DecoderId));
        return calls.RunAsync(call => client.Timing.ApplyDecodersAsync(request, call).ResponseAsync, cancellationToken);
    }

    /// <summary>How the decoders of the meet do, by id.</summary>
    public async Task<IReadOnlyDictionary<string, DecoderState>> StatesAsync(CancellationToken cancellationToken) => await Pages.FollowAsync(
            token => calls.RunAsync(call => client.Timing.ListDecodersAsync(new ListDecodersRequest { MeetId = MeetId, PageSize = 1000, PageToken = token }, call).ResponseAsync, cancellationToken),
            page => page.NextPageToken)
        .SelectMany(page => page.Decoders)
        .ToDictionaryAsync(state => state.Decoder.DecoderId, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);

    /// <summary>Waits until Timing listens for all of these, and tells where.</summary>
    public async Task<IReadOnlyDictionary<string, string>> EndpointsAsync(IReadOnlyCollection<SimulatedDecoder> decoders, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var states = await StatesAsync(cancellationToken).ConfigureAwait(false);
            var missing = decoders.Where(decoder => states.GetValueOrDefault(decoder.DecoderId) is not { Endpoint.Length: > 0 }).ToList();
            if (missing.Count == 0)
            {
                return states.ToDictionary(pair => pair.Key, pair => pair.Value.Endpoint, StringComparer.Ordinal);
            }

            if (TimeProvider.System.GetElapsedTime(started) > ListenPatience)
            {
                var state = states.GetValueOrDefault(missing[0].DecoderId);
                throw new InputException($"Timing does not listen for decoder '{missing[0].DecoderId}': {(state is { Running: true } ? state.LastError : "it does not run decoders (Timing:Decoders:Run)")}");
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private Decoder MessageOf(SimulatedDecoder decoder, IDecoderEmulator? emulator, IPAddress host)
    {
        var isListening = decoder.Protocol.Transport == DecoderTransport.Listen;
        var message = new Decoder
        {
            DecoderId = decoder.DecoderId,
            Protocol = decoder.Protocol.Name,
            Address = emulator?.EndPoint.Address.ToString() ?? (isListening && !IPAddress.IsLoopback(host) ? IPAddress.Any.ToString() : ""),
            Port = emulator?.EndPoint.Port ?? 0,
            TimeZone = options.Zone.Id,
            Date = ReplayPlan.Gun.ToDateTimeOffset().ToString("yyyy-MM-dd", null),
        };
        message.Locations.AddRange(decoder.Devices.Select(device => new DecoderLocation
        {
            Location = decoder.Devices.Count == 1 ? "" : device.PointId,
            DeviceId = device.DeviceId,
        }));
        return message;
    }
}
