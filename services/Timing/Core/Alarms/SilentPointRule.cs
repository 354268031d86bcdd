using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>
/// Nothing is read at a point, but runners who were seen at the point before should have come by their own pace: many, or
/// some of them even with an allowance.
/// </summary>
internal sealed class SilentPointRule
{
    private const int Due = 25;
    private const int LongDue = 8;
    private static readonly Elapsed Silence = Elapsed.FromSeconds(10);

    private long _reads = -1;
    private Instant _since;

    internal string? Judge(PointSample point, Instant now)
    {
        if (point.ReadCount != _reads)
        {
            (_reads, _since) = (point.ReadCount, now);
            return null;
        }

        return now - _since >= Silence && (point.Due.Due >= Due || point.Due.LongDue >= LongDue)
            ? $"Nothing is read at {point.Name}, where {point.Due.Due} runners are due."
            : null;
    }
}
