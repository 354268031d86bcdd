using System.Globalization;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>Brings the times of reports to microseconds since the Unix epoch.</summary>
/// <param name="settings">See <see cref="LlrpProtocol"/>.</param>
/// <param name="live">Our clock; null for a file.</param>
/// <param name="memory">Keeps when a reader without a clock was started; null for a file.</param>
internal sealed class LlrpClock(IReadOnlyDictionary<string, string> settings, TimeProvider? live, IDecoderMemory? memory)
{
    private const string StartedKey = "llrp-started-us";
    private const ulong LatestMicros = 7_258_118_400UL * 1_000_000;

    // The same start seen through two connections differs by the delay of the line alone: keep the first, so that a
    // report that comes again keeps its time.
    private const long SameStartMicros = 500_000;
    private readonly bool _takesLast = settings.GetValueOrDefault("time", "first") == "last";
    private readonly bool _takesArrival = settings.GetValueOrDefault("untimed", "reject") == "arrival";
    private long? _started;

    /// <summary>The reader told how long it has been running.</summary>
    public void Started(ulong uptime)
    {
        if (live is null || memory is null || uptime >= LatestMicros)
        {
            return;
        }

        var started = Instant.From(live.GetUtcNow()).Micros - (long)uptime;
        if (long.TryParse(memory.Recall(StartedKey), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var before) && Math.Abs(started - before) <= SameStartMicros)
        {
            _started = before;
            return;
        }

        _started = started;
        memory.Remember(StartedKey, started.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The time of a tag; false with the reason when it cannot be told.</summary>
    public bool TryTime(in LlrpTag tag, out long micros, out string problem)
    {
        (micros, problem) = (0, "");
        if (Chosen(tag.Utc) is { } utc)
        {
            problem = utc < LatestMicros ? "" : "the reader's clock shows a year behind 2199";
            micros = problem.Length == 0 ? (long)utc : 0;
        }
        else if (Chosen(tag.Uptime) is { } uptime)
        {
            problem = _started is null
                ? "the reader has no clock, and no event told when it was started: set its clock (NTP), or read it live"
                : uptime < LatestMicros ? "" : "the reader's uptime is out of range";
            micros = problem.Length == 0 ? _started!.Value + (long)uptime : 0;
        }
        else if (_takesArrival && live is not null)
        {
            micros = Instant.From(live.GetUtcNow()).Micros;
        }
        else
        {
            problem = "the report has no time: enable FirstSeenTimestamp in the reader's reports, let rospec=manage do it, or declare untimed=arrival";
        }

        return problem.Length == 0;
    }

    private ulong? Chosen((ulong? First, ulong? Last) times) => _takesLast ? times.Last ?? times.First : times.First ?? times.Last;
}
