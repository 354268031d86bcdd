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
    /// <summary>Most pairs of a visit and a passing that are compared; beyond, weights decide.</summary>
    public const int MaxNodes = 256;

    private const int None = -1;
    private const int Unset = int.MaxValue;
    private readonly PassingLine _line = new();
    private readonly int[] _visit = new int[MaxNodes];
    private readonly int[] _at = new int[MaxNodes];
    private int[] _rest = [];
    private int[] _low = [];
    private int[] _high = [];
    private int _nodes;
    private bool _finishSeen;

    /// <summary>Aligns one runner; false when there is too much to compare.</summary>
    public bool TryAlign(CourseMap course, ReadOnlySpan<long> passings, Candidates candidates, Span<long> crossings)
    {
        if (!_line.TryTake(course, passings, candidates.Zero))
        {
            return false;
        }

        if (TryInOrder(course, candidates, crossings))
        {
            return true;
        }

        crossings.Fill(Moment.None);
        if (!TryPair(course, candidates))
        {
            return false;
        }

        if (_nodes > 0)
        {
            MakeRoom();
            Weigh(course);
            Choose(course, candidates, crossings);
        }

        return true;
    }

    /// <summary>The usual case: the first visits of the course one after the other, nothing else, at usual paces. It costs nothing, so nothing is likelier.</summary>
    private bool TryInOrder(CourseMap course, Candidates candidates, Span<long> crossings)
    {
        if (_line.HasLingering || _line.Count > course.VisitCount)
        {
            return false;
        }

        var cost = 0;
        (int Low, int High) before = default;
        for (var i = 0; i < _line.Count && cost == 0; i++)
        {
            if (_line.PointAt(i) != course.LocalOfVisit[i] || IsTooEarly(course, candidates, i, i))
            {
                return false;
            }

            crossings[i] = _line.TimeAt(i);
            if (i == 0)
            {
                cost = candidates.Gun == Moment.None ? 0 : AlignmentCosts.OfDelay(crossings[0] - candidates.Gun);
                continue;
            }

            var leg = crossings[i] - crossings[i - 1];
            if (!course.IsPossible(i - 1, i, leg))
            {
                return false;
            }

            var pace = AlignmentCosts.PaceOf(leg, course.DistanceM[i] - course.DistanceM[i - 1]);
            cost = i == 1 ? AlignmentCosts.OfPace(pace.Low, pace.High) : AlignmentCosts.OfChange(before.Low, before.High, pace.Low, pace.High);
            before = pace;
        }

        return cost == 0;
    }

    /// <summary>Pairs every passing with the visits it may be, in order of time; with ever fewer where there are too many.</summary>
    private bool TryPair(CourseMap course, Candidates candidates)
    {
        for (var most = CourseMap.MaxVisits; most > 0; most /= most > 8 ? 12 : 2)
        {
            if (TryPair(course, candidates, most))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="course">The course.</param>
    /// <param name="candidates">The runner's gun.</param>
    /// <param name="most">A passing is the visit of its own number at the mat, give or take so many.</param>
    private bool TryPair(CourseMap course, Candidates candidates, int most)
    {
        _nodes = 0;
        _finishSeen = false;
        for (var i = 0; i < _line.Count; i++)
        {
            var number = NumberOf(i);
            for (int visit = 0, turn = 0; visit < course.VisitCount; visit++)
            {
                if (course.LocalOfVisit[visit] != _line.PointAt(i))
                {
                    continue;
                }

                if (Math.Abs(turn++ - number) <= most && IsCandidate(course, candidates, i, visit))
                {
                    if (_nodes == MaxNodes)
                    {
                        return false;
                    }

                    _visit[_nodes] = visit;
                    _at[_nodes++] = i;
                    _finishSeen |= visit == course.VisitCount - 1;
                }
            }
        }

        return true;
    }

    private int NumberOf(int index)
    {
        var number = 0;
        for (var before = _line.BeforeAt(index); before >= 0; before = _line.BeforeAt(before))
        {
            number += _line.Lingers(before) ? 0 : 1;
        }

        return number;
    }

    /// <summary>Not too early, and not lingering after a passing that may be the visit as well.</summary>
    private bool IsCandidate(CourseMap course, Candidates candidates, int index, int visit) =>
        !IsTooEarly(course, candidates, index, visit) && (!_line.Lingers(index) || IsTooEarly(course, candidates, _line.BeforeAt(index), visit));

    private bool IsTooEarly(CourseMap course, Candidates candidates, int index, int visit) =>
        candidates.Zero != Moment.None && _line.TimeAt(index) < candidates.Zero + course.FastestMicros[visit];

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
        : _line.After(course, _at[node]) + (course.FinishIsApart && _finishSeen ? AlignmentCosts.FinishDropped : 0);

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
