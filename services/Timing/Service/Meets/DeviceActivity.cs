using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Rates;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>What goes on at one device on this instance. Guarded by the lock of its <see cref="MeetActivity"/>.</summary>
internal sealed class DeviceActivity
{
    internal RateWindow Rate { get; } = new();

    /// <summary>Open upload streams.</summary>
    internal int Streams { get; set; }

    /// <summary>When a stream broke off and none was open any more; null while one is open, and after a proper end.</summary>
    internal Instant? LostAt { get; set; }

    /// <summary>The latest report.</summary>
    internal DeviceReport? Report { get; private set; }

    internal Instant ReportedAt { get; private set; }

    /// <summary>Between the last two reports; null before the second.</summary>
    internal Elapsed? ReportInterval { get; private set; }

    /// <summary>Smallest difference of arrival and device time since it was asked last; null when nothing came.</summary>
    internal long? LeastLagMicros { get; set; }

    internal void Take(DeviceReport report, Instant now)
    {
        ReportInterval = Report is null ? null : now - ReportedAt;
        (Report, ReportedAt) = (report, now);
    }

    internal void Arrived(long newestDeviceMicros, Instant now)
    {
        var lag = now.Micros - newestDeviceMicros;
        LeastLagMicros = Math.Min(lag, LeastLagMicros ?? lag);
    }
}
