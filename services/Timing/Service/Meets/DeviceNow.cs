using RaceSystem.Kernel;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>What goes on at a device at one moment, as far as this instance sees it.</summary>
/// <param name="ReadsPerSecond">Received in the last ten seconds, a second.</param>
/// <param name="Connected">Whether an upload stream is open.</param>
/// <param name="LostAt">When the last stream broke off, if none is open and the last one did not end properly.</param>
/// <param name="Report">The latest report; nobody changes it.</param>
/// <param name="ReportedAt">When it came.</param>
/// <param name="ReportInterval">Between the last two reports; null before the second.</param>
internal sealed record DeviceNow(double ReadsPerSecond, bool Connected, Instant? LostAt, DeviceReport? Report, Instant ReportedAt, Elapsed? ReportInterval)
{
    internal static readonly DeviceNow Unseen = new(0, false, null, null, default, null);
}
