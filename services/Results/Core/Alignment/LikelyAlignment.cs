using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Alignment;

/// <summary>
/// The likeliest alignment to a course that visits a mat several times: the one whose missed visits, passings left out,
/// late start, unusual paces and changes of pace cost least (<see cref="AlignmentCosts"/>). Of equal ones earlier visits
/// win over later ones and every visit takes its earliest passing; a start then moves to the last of the passings by which
/// the runner lingered there. Exact: all alignments within the limits are compared. Reused for every runner.
/// </summary>
internal sealed class LikelyAlignment
{
    private const int None = -1;
    private const int Unset = int.MaxValue;
    private readonly PassingLine _line = new();
    private readonly VisitPairs _pairs = new();
    private readonly int[] _visit;
    private readonly int[] _at;
    private int[] _rest = [];
    private int[] _low = [];
    private int[] _high = [];
    private int _nodes;

    public LikelyAlignment() => (_visit, _at) = (_pairs.Visits, _pairs.Passings);

    /// <summary>Aligns one runner; false when there is too much to compare.</summary>
    public bool TryAlign(CourseMap course, ReadOnlySpan<long> passings, Candidates candidates, Span<long> crossings)
    {
        if (!_line.TryTake(course, passings, candidates.Zero))
        {
            return false;
        }

        if (UsualCourse.TryAlign(course, _line, candidates, crossings))
        {
            return true;
        }

        crossings.Fill(Moment.None);
        if (!_pairs.TryPair(course, _line, candidates.Zero))
        {
            return false;
        }

        _nodes = _pairs.Count;
        if (_nodes > 0)
        {
            MakeRoom();
            Weigh(course);
            Choose(course, candidates, crossings);
        }

        return true;
    }

    private void MakeRoom()
    {
        var pairs = _nodes * _nodes;
        if (_rest.Length < pairs)
        {
            _rest = new int[pairs];
            _low = new int[pairs];
            _high = new int[pairs];
        }
    }

    /// <summary>From the last passing to the first: what the rest costs after two that follow each other.</summary>
    private void Weigh(CourseMap course)
    {
        for (var second = _nodes - 1; second > 0; second--)
        {
            var end = End(course, second);
            for (var first = 0; first < second; first++)
            {
                var pair = (first * _nodes) + second;
                _rest[pair] = Unset;
                var time = _line.TimeAt(_at[second]) - _line.TimeAt(_at[first]);
                if (_visit[first] >= _visit[second] || _at[first] == _at[second] || !course.IsPossible(_visit[first], _visit[second], time))
                {
                    continue;
                }

                (_low[pair], _high[pair]) = AlignmentCosts.PaceOf(time, course.DistanceM[_visit[second]] - course.DistanceM[_visit[first]]);
                var leg = new Leg(_low[pair], _high[pair]);
                _rest[pair] = end;
                for (var third = second + 1; third < _nodes; third++)
                {
                    _rest[pair] = Math.Min(_rest[pair], Onward(second, third, leg));
                }
            }
        }
    }

    /// <summary>Cost of going on from one to the next, and of the rest; after a leg, or as the first leg.</summary>
    private int Onward(int from, int to, Leg leg)
    {
        var next = (from * _nodes) + to;
        if (_rest[next] == Unset)
        {
            return Unset;
        }

        var pace = leg.IsNone
            ? AlignmentCosts.OfPace(_low[next], _high[next])
            : AlignmentCosts.OfChange(leg.Low, leg.High, _low[next], _high[next]);
        return pace + AlignmentCosts.OfMissed(_visit[to] - _visit[from] - 1, withStart: false) + _line.Between(_at[from], _at[to]) + _rest[next];
    }

    private int End(CourseMap course, int node) => _visit[node] == course.VisitCount - 1
        ? _line.AfterFinish(_at[node])
        : _line.After(course, _at[node]) + (course.FinishIsApart && _pairs.HasFinish ? AlignmentCosts.FinishDropped : 0);

    /// <summary>Cost of beginning with a node.</summary>
    private int Begin(CourseMap course, Candidates candidates, int node)
    {
        var visit = _visit[node];
        var cost = _line.Before(course, _at[node], visit) + AlignmentCosts.OfMissed(visit, withStart: true);
        if (candidates.Gun == Moment.None)
        {
            return cost;
        }

        if (visit == 0)
        {
            return cost + AlignmentCosts.OfDelay(_line.TimeAt(_at[node]) - candidates.Gun);
        }

        var leg = Approach(course, candidates, node);
        return cost + AlignmentCosts.OfPace(leg.Low, leg.High);
    }

    /// <summary>The way from the gun to the first visit, unless that is the start.</summary>
    private Leg Approach(CourseMap course, Candidates candidates, int node)
    {
        if (_visit[node] == 0 || candidates.Gun == Moment.None)
        {
            return default;
        }

        var (low, high) = AlignmentCosts.PaceSinceGun(_line.TimeAt(_at[node]) - candidates.Gun, course.DistanceM[_visit[node]] - course.DistanceM[0]);
        return new Leg(low, high);
    }

    private void Choose(CourseMap course, Candidates candidates, Span<long> crossings)
    {
        int node = None, least = Unset;
        for (var first = 0; first < _nodes; first++)
        {
            var (_, rest) = Next(course, first, Approach(course, candidates, first));
            var cost = Begin(course, candidates, first) + rest;
            if (cost < least || (cost == least && _visit[first] < _visit[node]))
            {
                (node, least) = (first, cost);
            }
        }

        var start = node;
        var leg = Approach(course, candidates, node);
        for (var second = None; node != None; node = second)
        {
            crossings[_visit[node]] = _line.TimeAt(_at[node]);
            (second, _) = Next(course, node, leg);
            leg = second == None ? default : new Leg(_low[(node * _nodes) + second], _high[(node * _nodes) + second]);
            if (node == start && _visit[node] == 0)
            {
                crossings[0] = LastStart(course, node, second);
            }
        }
    }

    /// <summary>The node that goes on at the least cost, or none when ending here costs less. Of equal ones the earliest visit, then the earliest passing.</summary>
    private (int Node, int Cost) Next(CourseMap course, int node, Leg leg)
    {
        var (next, least) = (None, End(course, node));
        for (var other = node + 1; other < _nodes; other++)
        {
            var cost = Onward(node, other, leg);
            if (cost != Unset && (cost < least || (cost == least && (next == None || _visit[other] < _visit[next]))))
            {
                (next, least) = (other, cost);
            }
        }

        return (next, least);
    }

    /// <summary>The last of the passings by which the runner lingered at the start and that still allows the next visit.</summary>
    private long LastStart(CourseMap course, int start, int next)
    {
        var begin = _line.TimeAt(_at[start]);
        var chosen = begin;
        for (var i = _at[start] + 1; i < (next == None ? _line.Count : _at[next]); i++)
        {
            if (_line.PointAt(i) != course.LocalOfVisit[0])
            {
                continue;
            }

            if (!_line.Lingers(i) || _line.TimeAt(i) - begin >= course.StartWindowMicros)
            {
                break;
            }

            chosen = next == None || course.IsPossible(0, _visit[next], _line.TimeAt(_at[next]) - _line.TimeAt(i)) ? _line.TimeAt(i) : chosen;
        }

        return chosen;
    }

    /// <summary>Pace of a leg (<see cref="AlignmentCosts.PaceOf"/>); the default: there is none.</summary>
    private readonly record struct Leg(int Low, int High)
    {
        public bool IsNone => (Low | High) == 0;
    }
}
