using RaceSystem.Kernel;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Standings;

/// <summary>The standings at one visit of a course. Immutable; runners are numbered in the order of their bibs.</summary>
public sealed class VisitStandings : IRankedRunners
{
    private readonly long[] _crossings;
    private readonly long[] _times;
    private readonly int[] _order;
    private readonly Places[] _places;
    private readonly IReadOnlySet<int>? _apart;

    internal VisitStandings(long[] crossings, long[] times, int[] order, Places[] places, int measured, IReadOnlySet<int>? apart)
    {
        _crossings = crossings;
        _times = times;
        _order = order;
        _places = places;
        MeasuredCount = measured;
        _apart = apart;
    }

    /// <summary>When the last one crossed, in microseconds; <see cref="Moment.None"/>: nobody did. Asked for only where gates close.</summary>
    internal long LatestCrossing => _crossings.Length == 0 ? Moment.None : _crossings.Max();

    /// <summary>Runners measured here, ranked or not.</summary>
    public int MeasuredCount { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>Crossings, ranking times and places by runner; never changed.</summary>
    internal (long[] Crossings, long[] Times, Places[] Places) Columns => (_crossings, _times, _places);

    /// <summary>The order as it is kept; never changed.</summary>
    internal int[] OrderColumn => _order;

    /// <summary>Judges told the runner apart from others with the same shown time: the place is never shared.</summary>
    public bool IsApart(int runner) => _apart?.Contains(runner) == true;

    /// <summary>When each runner crossed, in microseconds, with <see cref="Moment.None"/> for "not measured".</summary>
    internal ReadOnlySpan<long> Crossings => _crossings;

    /// <summary>Memory the columns take.</summary>
    public long SizeBytes => (_crossings.Length * 28L) + (_order.Length * 4L);

    /// <inheritdoc/>
    public Places PlacesOf(int runner) => _places[runner];

    /// <summary>When the runner crossed; null: not measured.</summary>
    public Instant? CrossingOf(int runner) => _crossings[runner] == Moment.None ? null : new Instant(_crossings[runner]);

    /// <summary>The exact time that ranks the runner here; null: not ranked.</summary>
    public Elapsed? RankingTimeOf(int runner) => _times[runner] == Moment.None ? null : new Elapsed(_times[runner]);
}
