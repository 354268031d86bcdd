using System.Net;
using Microsoft.Extensions.Logging;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.Service.Meets;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>Logs what happens to a decoder, and marks its devices as connected while it has a connection.</summary>
internal sealed class DecoderObserver(DecoderSpec spec, bool isWebhook, MeetActivity activity, DecoderClocks clocks, ILogger logger) : IDecoderObserver, IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<OpenedStream> _marks = [];
    private Func<int> _connections = static () => 0;

    /// <summary>Tells how many connections there are; set once, before the decoder runs.</summary>
    internal void Watch(Func<int> connections) => _connections = connections;

    public void Listening(string decoderId, IPEndPoint endPoint) => LogMessages.DecoderListening(logger, spec.MeetId, decoderId, spec.Decoder.Protocol, endPoint);

    public void Connected(string decoderId, string remote)
    {
        LogMessages.DecoderConnected(logger, spec.MeetId, decoderId, remote);
        Mark(_connections() > 0, ended: false);
    }

    public void Disconnected(string decoderId, string remote, string? problem)
    {
        LogMessages.DecoderDisconnected(logger, spec.MeetId, decoderId, remote, problem ?? "in order");

        // A post ends as it should; every other decoder that is gone is missed.
        Mark(_connections() > 0, ended: isWebhook);
    }

    public void ClockSampled(string decoderId, string deviceId, ClockSample sample) => clocks.Sampled(deviceId, sample);

    public void Dispose() => Mark(false, ended: true);

    private void Mark(bool connected, bool ended)
    {
        lock (_lock)
        {
            if (connected && _marks.Count == 0)
            {
                _marks.AddRange(spec.PointOfDevice.Keys.Select(activity.Connect));
            }
            else if (!connected)
            {
                Unmark(ended);
            }
        }
    }

    private void Unmark(bool ended)
    {
        foreach (var mark in _marks)
        {
            if (ended)
            {
                mark.MarkEnded();
            }

            mark.Dispose();
        }

        _marks.Clear();
    }
}
