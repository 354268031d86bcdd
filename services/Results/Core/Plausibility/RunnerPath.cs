using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>The visits at which one runner was measured, in the order of the course; filled again for each runner.</summary>
internal sealed class RunnerPath
{
    private readonly VisitStandings[] _visits;
    private readonly int[] _measured;
    private readonly long[] _times;

    public RunnerPath(RaceStandings race)
    {
        _visits = [.. race.Visits];
        _measured = new int[_visits.Length];
        _times = new long[_visits.Length];
    }

    /// <summary>The runner it holds.</summary>
    public int Runner { get; private set; }

    /// <summary>Visits measured.</summary>
    public int Count { get; private set; }

    /// <summary>The visit of a position; -1 outside of the path.</summary>
    public int Visit(int position) => position >= 0 && position < Count ? _measured[position] : -1;

    /// <summary>Time at a visit in microseconds; <see cref="Moment.None"/>: not measured.</summary>
    public long Time(int visit) => _times[visit];

    public void Fill(int runner)
    {
        Runner = runner;
        Count = 0;
        for (var visit = 0; visit < _visits.Length; visit++)
        {
            var time = _visits[visit].Crossings[runner];
            _times[visit] = time;
            if (time != Moment.None)
            {
                _measured[Count++] = visit;
            }
        }
    }
}
