using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Passings;

/// <summary>How the passings of one key came about, as the calculator told while it made them. Not thread-safe.</summary>
public sealed class PassingTrace
{
    private readonly List<TracedCrossing> _crossings = [];
    private Read[] _reads = [];

    /// <summary>The reads that are not held, with their true times, in order.</summary>
    public IReadOnlyList<Read> Reads => _reads;

    /// <summary>Every stretch of reads without a dead time in between, earliest first, whether it counts or not.</summary>
    public IReadOnlyList<TracedCrossing> Crossings => _crossings;

    internal void Begin(ReadOnlySpan<Read> ordered)
    {
        _reads = ordered.ToArray();
        _crossings.Clear();
    }

    internal void Add(int firstRead, in Passing passing, in TimeSource source, bool counts, bool leavesOutBackups) =>
        _crossings.Add(new(firstRead, passing, source, leavesOutBackups, counts ? CrossingVerdict.Counts : CrossingVerdict.BeforeMinimum));

    /// <summary>Learns which of those that count were dropped from the middle.</summary>
    internal void End(Range dropped)
    {
        var number = 0;
        for (var i = 0; i < _crossings.Count; i++)
        {
            if (_crossings[i].Verdict == CrossingVerdict.Counts)
            {
                if (number >= dropped.Start.Value && number < dropped.End.Value)
                {
                    _crossings[i] = _crossings[i] with { Verdict = CrossingVerdict.OverLimit };
                }

                number++;
            }
        }
    }
}
