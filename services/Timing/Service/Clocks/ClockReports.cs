using RaceSystem.Timing.Service.Quarantines;
using RaceSystem.Timing.V1;
using Watched = RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Service.Clocks;

/// <summary>
/// What agents and decoders' sessions tell of clocks: comparisons are kept for estimates, a verdict opens or widens a
/// quarantine. Safe to use from any thread.
/// </summary>
internal sealed class ClockReports(ClockSamples samples, QuarantineOpener opener)
{
    /// <summary>Takes the part of a validated report that is about the clock.</summary>
    internal Task TakeAsync(string meetId, string deviceId, DeviceReport report, CancellationToken cancellationToken)
    {
        if (report.ClockSamples.Count > 0)
        {
            samples.Add(meetId, deviceId, report.ClockSamples);
        }

        return report.ClockVerdict is { } verdict ? opener.OpenAsync(meetId, deviceId, verdict, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Takes one comparison of a session in this process.</summary>
    internal void Take(string meetId, string deviceId, Watched.ClockSample sample) => samples.Add(meetId, deviceId, [MessageOf(sample)]);

    /// <summary>Takes what a watch in this process says.</summary>
    internal Task TakeAsync(string meetId, string deviceId, Watched.ClockVerdict verdict, CancellationToken cancellationToken) =>
        opener.OpenAsync(meetId, deviceId, MessageOf(verdict), cancellationToken);

    internal static ClockSample MessageOf(Watched.ClockSample sample) =>
        new() { DeviceTimeUs = sample.DeviceMicros, AgentTimeUs = sample.AgentMicros, RoundTripUs = sample.RoundTripMicros };

    internal static ClockVerdict MessageOf(Watched.ClockVerdict verdict) => new()
    {
        Fault = verdict.Fault switch
        {
            Watched.ClockFault.Unset => ClockFault.Unset,
            Watched.ClockFault.Date => ClockFault.Date,
            Watched.ClockFault.Zone => ClockFault.Zone,
            _ => ClockFault.Offset,
        },
        OffsetUs = verdict.OffsetMicros,
        FromDeviceTimeUs = verdict.FromMicros,
        ToDeviceTimeUs = verdict.ToMicros,
        Evidence = verdict.Evidence,
    };
}
