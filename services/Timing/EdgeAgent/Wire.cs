using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent;

/// <summary>From what decoders tell to what Timing takes.</summary>
internal static class Wire
{
    private const int MaxMarkerName = 100;

    internal static Marker Of(DecodedMarker marker) => new()
    {
        TimeUs = marker.TimeMicros,
        Kind = marker.Kind == Protocols.MarkerKind.Gun ? V1.MarkerKind.Gun : V1.MarkerKind.Other,
        Name = marker.Name.Length > MaxMarkerName ? marker.Name[..MaxMarkerName] : marker.Name,
    };

    internal static ClockSample Of(Protocols.Clocks.ClockSample sample) => new()
    {
        DeviceTimeUs = sample.DeviceMicros,
        AgentTimeUs = sample.AgentMicros,
        RoundTripUs = sample.RoundTripMicros,
    };

    internal static ClockVerdict Of(Protocols.Clocks.ClockVerdict verdict) => new()
    {
        Fault = verdict.Fault switch
        {
            Protocols.Clocks.ClockFault.Zone => ClockFault.Zone,
            Protocols.Clocks.ClockFault.Date => ClockFault.Date,
            Protocols.Clocks.ClockFault.Unset => ClockFault.Unset,
            _ => ClockFault.Offset,
        },
        OffsetUs = verdict.OffsetMicros,
        FromDeviceTimeUs = verdict.FromMicros,
        ToDeviceTimeUs = verdict.ToMicros,
        Evidence = verdict.Evidence,
    };

    /// <summary>The stream of a device; a long id is shortened so that no two devices share one.</summary>
    internal static string StreamOf(string deviceId)
    {
        const string Prefix = "edge-";
        const int MaxLength = 63;
        if (Prefix.Length + deviceId.Length <= MaxLength)
        {
            return Prefix + deviceId;
        }

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(deviceId)))[..16];
        return $"{Prefix}{deviceId[..(MaxLength - Prefix.Length - hash.Length - 1)]}-{hash}";
    }
}
