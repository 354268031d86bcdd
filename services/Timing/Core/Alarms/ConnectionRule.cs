using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>
/// A device that was there and left: its upload broke off for longer than a short cut of the link, its decoder left the
/// agent, or its reports, which came steadily, stopped.
/// </summary>
internal sealed class ConnectionRule
{
    private static readonly Elapsed Cut = Elapsed.FromSeconds(15);
    private static readonly Elapsed Steady = Elapsed.FromSeconds(20);
    private static readonly Elapsed NoReport = Elapsed.FromSeconds(60);

    private bool _hadDecoder;
    private Instant? _decoderLeft;

    internal string? Judge(DeviceSample device, Instant now)
    {
        if (device.LostAt is { } lost)
        {
            return now - lost >= Cut ? $"The upload of {device.Name} broke off." : null;
        }

        _hadDecoder |= device.HasDecoder == true;
        _decoderLeft = _hadDecoder && device is { IsConnected: true, HasDecoder: false } ? _decoderLeft ?? now : null;
        if (now - (_decoderLeft ?? now) >= Cut)
        {
            return $"The agent of {device.Name} has lost its decoder.";
        }

        return device is { IsConnected: true, ReportedAt: { } reported, ReportInterval: { } interval } && interval <= Steady && now - reported >= NoReport
            ? $"{device.Name} stopped its reports."
            : null;
    }
}
