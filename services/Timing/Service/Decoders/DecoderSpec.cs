using System.Globalization;
using System.Net;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>Everything that a running decoder depends on: when one of it changes, the decoder is started anew.</summary>
/// <param name="MeetId">The meet.</param>
/// <param name="Decoder">Its settings as stored.</param>
/// <param name="Zone">Zone of its local times, after the defaults.</param>
/// <param name="PointOfDevice">Where its devices stand.</param>
/// <param name="CheckedDevices">Those whose clocks are to be checked.</param>
internal sealed record DecoderSpec(string MeetId, Decoder Decoder, string Zone, IReadOnlyDictionary<string, string> PointOfDevice, IReadOnlySet<string> CheckedDevices)
{
    internal (string MeetId, string DecoderId) Key => (MeetId, Decoder.DecoderId);

    internal bool IsSameAs(DecoderSpec other) =>
        Decoder.Equals(other.Decoder) && Zone == other.Zone && CheckedDevices.SetEquals(other.CheckedDevices) && PointOfDevice.Count == other.PointOfDevice.Count
        && PointOfDevice.All(pair => other.PointOfDevice.GetValueOrDefault(pair.Key) == pair.Value);

    /// <summary>The path that a webhook's decoder posts to.</summary>
    internal static string WebhookPath(string meetId, string decoderId) => $"/v1/meets/{meetId}/decoders/{decoderId}/webhook";

    /// <summary>What the runner is told.</summary>
    internal DecoderSettings ToSettings(DecoderProtocol protocol) => new(
        Decoder.DecoderId,
        Decoder.Protocol,
        protocol.Transport == DecoderTransport.Listen && Decoder.Address.Length == 0 ? IPAddress.Loopback.ToString() : Decoder.Address,
        Decoder.Port,
        Decoder.Locations.ToDictionary(location => location.Location, location => location.DeviceId, StringComparer.OrdinalIgnoreCase),
        DeviceTimes.ZoneOf(Zone) ?? throw new TimeZoneNotFoundException($"'{Zone}' is no time zone of this machine."),
        Decoder.Date.Length == 0 ? null : DateOnly.ParseExact(Decoder.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Decoder.Settings);
}
