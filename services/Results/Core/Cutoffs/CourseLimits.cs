using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Cutoffs;

/// <summary>When the gates of a course close, and the finish. A function of the race and its guns; immutable.</summary>
internal sealed class CourseLimits
{
    private const long Never = long.MaxValue;
    private readonly long[] _afterGun;
    private readonly int[] _nextGate;
    private readonly bool _byWave;
    private readonly long _firstGun;

    public CourseLimits(RaceDefinition race, Instant? firstGun)
    {
        _afterGun = [.. race.Visits.Select(visit => visit.Cutoff?.Micros ?? Never)];
        _byWave = race.CutoffBasis == CutoffBasis.WaveGun;
        _firstGun = firstGun?.Micros ?? Moment.None;
        if (race.TimeLimit is { } limit && _afterGun.Length > 0)
        {
            _afterGun[^1] = Math.Min(_afterGun[^1], limit.Micros);
        }

        _nextGate = NextGates(_afterGun);
        Any = _afterGun.Any(time => time != Never);
    }

    /// <summary>Something may be over a limit.</summary>
    public bool Any { get; }

    /// <summary>The last moment at which a visit is in time; <see cref="long.MaxValue"/>: it is always, or no gun was fired.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="waveGun">The gun of the runner's wave.</param>
    public long ClosesAt(int visit, long waveGun)
    {
        var gun = _byWave ? waveGun : _firstGun;
        return _afterGun[visit] == Never || gun == Moment.None ? Never : gun + _afterGun[visit];
    }

    /// <summary>First visit that was crossed too late, or -1.</summary>
    /// <param name="crossings">Of the runner.</param>
    /// <param name="waveGun">The gun of the runner's wave.</param>
    /// <param name="ruling">Decisions that gave the runner time back; null: none.</param>
    public int FirstLate(ReadOnlySpan<long> crossings, long waveGun, RunnerRuling? ruling)
    {
        for (var visit = 0; visit < crossings.Length; visit++)
        {
            if (crossings[visit] != Moment.None && crossings[visit] + (ruling?.LimitShiftAt(visit, crossings.Length) ?? 0) > ClosesAt(visit, waveGun))
            {
                return visit;
            }
        }

        return -1;
    }

    /// <summary>The gate after a visit that closes first, which is the next one unless the time limit is short; -1: none.</summary>
    public int GateAfter(int visit) => visit < 0 ? _nextGate[0] : _nextGate[visit + 1];

    /// <summary>By visit: of the gates there or later the one that closes first; one more at the end.</summary>
    private static int[] NextGates(long[] afterGun)
    {
        var next = new int[afterGun.Length + 1];
        next[^1] = -1;
        for (var visit = afterGun.Length - 1; visit >= 0; visit--)
        {
            var later = next[visit + 1];
            next[visit] = afterGun[visit] != Never && (later < 0 || afterGun[visit] <= afterGun[later]) ? visit : later;
        }

        return next;
    }
}
