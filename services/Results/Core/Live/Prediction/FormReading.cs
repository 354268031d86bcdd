using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Live.Prediction;

/// <summary>Reads the form of a race's runners off its crossings.</summary>
internal sealed class FormReading
{
    /// <summary>A leg shorter than this part of the course says little about how somebody fades: mats are metres off and seconds are few.</summary>
    private const double ShortestLeg = 0.1;

    /// <summary>Nobody runs faster or walks slower, in seconds a metre; who seems to has a wrong read.</summary>
    private const double Fastest = 0.12;
    private const double Slowest = 2;

    private readonly RaceStandings _race;
    private readonly long[][] _crossings;
    private readonly long[] _distances;

    public FormReading(RaceStandings race)
    {
        _race = race;
        _crossings = [.. race.Visits.Select(visit => visit.Columns.Crossings)];
        _distances = [.. race.Race.Visits.Select(visit => visit.DistanceM)];
    }

    /// <summary>A runner's form at a visit that was measured; null: nothing to count from, or a time that nobody runs.</summary>
    public RunnerForm? At(int runner, int visit)
    {
        var zero = _race.HasDecidedStart(runner) ? Moment.None : _crossings[0][runner];
        zero = zero == Moment.None ? _race.GunOf(runner)?.Micros ?? Moment.None : zero;
        var crossing = _crossings[visit][runner];
        if (zero == Moment.None || crossing == Moment.None || visit == 0)
        {
            return null;
        }

        var pace = (crossing - zero) / 1e6 / _distances[visit];
        return pace is < Fastest or > Slowest
            ? null
            : new RunnerForm(crossing, pace, Math.Log(pace * 1_000 / PacePriors.ReferencePace), SlowingOf(runner, visit, crossing, pace));
    }

    private double SlowingOf(int runner, int visit, long crossing, double pace)
    {
        for (var before = visit - 1; before > 0; before--)
        {
            var (from, run) = (_crossings[before][runner], _distances[visit] - _distances[before]);
            if (from != Moment.None && run >= ShortestLeg * _distances[^1])
            {
                return crossing > from ? Math.Clamp(Math.Log((crossing - from) / 1e6 / run / pace), -0.3, 0.5) : 0;
            }
        }

        return 0;
    }
}
