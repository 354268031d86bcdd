namespace RaceSystem.Results.Core.Passings;

/// <summary>
/// The latest passings of every chip at every timing point, known to an entry or not: a chip may be given out after it
/// was read. Ids become ints; passings live in a pool of linked nodes, so a record that replaces another allocates
/// nothing. Not safe to share between threads.
/// </summary>
internal sealed class PassingStore
{
    private const int End = -1;

    /// <summary>A point that no course goes to.</summary>
    private const int Nowhere = int.MaxValue;
    private readonly NameTable _chips;
    private readonly NameTable _points;
    private int[] _first;
    private Node[] _nodes;
    private int _used;
    private int _free;

    public PassingStore() => (_chips, _points, _first, _nodes, _free) = (new NameTable(), new NameTable(), new int[64], new Node[64], End);

    private PassingStore(PassingStore origin)
    {
        (_chips, _points, _used, _free) = (origin._chips.Copy(), origin._points.Copy(), origin._used, origin._free);
        _first = [.. origin._first];
        _nodes = GC.AllocateUninitializedArray<Node>(origin._nodes.Length);
        origin._nodes.AsSpan(0, _used).CopyTo(_nodes);
    }

    /// <summary>A store of its own with the same passings.</summary>
    public PassingStore Copy() => new(this);

    /// <summary>Takes the passings of a point in a span of time away.</summary>
    public void Ignore(int point, long from, long to)
    {
        foreach (ref var node in _nodes.AsSpan(0, _used))
        {
            if (node.Point == point && node.Time >= from && node.Time < to)
            {
                node = node with { Point = Nowhere };
            }
        }
    }

    /// <summary>Moves the passings of a point in a span of time.</summary>
    public void Shift(int point, long by, long from, long to)
    {
        foreach (ref var node in _nodes.AsSpan(0, _used))
        {
            if (node.Point == point && node.Time >= from && node.Time < to)
            {
                node = node with { Time = node.Time + by };
            }
        }
    }

    /// <summary>Number of a chip; a chip that was never named gets the next one.</summary>
    public int Chip(ReadOnlySpan<char> code)
    {
        var chip = _chips.Number(code);
        if (chip == _first.Length)
        {
            Array.Resize(ref _first, chip * 2);
        }

        return chip;
    }

    /// <summary>Number of a timing point.</summary>
    public int Point(ReadOnlySpan<char> id) => _points.Number(id);

    /// <summary>Puts the passings of a chip at a point in place of the earlier ones; false when nothing changed.</summary>
    public bool Replace(int chip, int point, ReadOnlySpan<long> times)
    {
        if (Holds(chip, point, times))
        {
            return false;
        }

        Remove(chip, point);
        foreach (var time in times)
        {
            Add(chip, point, time);
        }

        return true;
    }

    /// <summary>Appends the chip's passings at the points of a course, as (local point, time), to the buffer.</summary>
    public void Gather(int chip, PassingBuffer buffer, ReadOnlySpan<int> localOfPoint)
    {
        for (var node = _first[chip] - 1; node != End; node = _nodes[node].Next)
        {
            var point = _nodes[node].Point;
            var local = point < localOfPoint.Length ? localOfPoint[point] : End;
            if (local != End)
            {
                buffer.Add(local, _nodes[node].Time);
            }
        }
    }

    /// <summary>All passings of a chip, on a course or not, by time and point.</summary>
    public List<(string TimingPointId, int Point, long Time)> Of(string chip)
    {
        var passings = new List<(string TimingPointId, int Point, long Time)>();
        var number = _chips.Find(chip);
        for (var node = number < 0 ? End : _first[number] - 1; node != End; node = _nodes[node].Next)
        {
            passings.Add((_points.NameOf(_nodes[node].Point), _nodes[node].Point, _nodes[node].Time));
        }

        passings.Sort((a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : string.CompareOrdinal(a.TimingPointId, b.TimingPointId));
        return passings;
    }

    /// <summary>Name of a timing point.</summary>
    public string PointName(int point) => _points.NameOf(point);

    /// <summary>A picture of all passings; made at the cost of one copy.</summary>
    public PassingPicture Picture()
    {
        var from = new int[_chips.Count + 1];
        var passings = new List<(long Time, int Point)>(_used);
        for (var chip = 0; chip < _chips.Count; chip++)
        {
            for (var node = _first[chip] - 1; node != End; node = _nodes[node].Next)
            {
                passings.Add((_nodes[node].Time, _nodes[node].Point));
            }

            from[chip + 1] = passings.Count;
        }

        return new PassingPicture(_chips.ToArray(), _points.ToArray(), from, [.. passings]);
    }

    /// <summary>Forgets all passings; the numbers of chips and points stay.</summary>
    public void Clear()
    {
        Array.Clear(_first);
        _used = 0;
        _free = End;
    }

    private bool Holds(int chip, int point, ReadOnlySpan<long> times)
    {
        // A chip's newest node comes first, so the passings of one record lie there in reverse.
        var left = times.Length;
        for (var node = _first[chip] - 1; node != End; node = _nodes[node].Next)
        {
            if (_nodes[node].Point == point && (left == 0 || times[--left] != _nodes[node].Time))
            {
                return false;
            }
        }

        return left == 0;
    }

    private void Remove(int chip, int point)
    {
        var previous = End;
        for (var node = _first[chip] - 1; node != End;)
        {
            var next = _nodes[node].Next;
            if (_nodes[node].Point != point)
            {
                previous = node;
            }
            else
            {
                if (previous == End)
                {
                    _first[chip] = next + 1;
                }
                else
                {
                    _nodes[previous].Next = next;
                }

                _nodes[node].Next = _free;
                _free = node;
            }

            node = next;
        }
    }

    private void Add(int chip, int point, long time)
    {
        var node = _free;
        if (node != End)
        {
            _free = _nodes[node].Next;
        }
        else
        {
            if (_used == _nodes.Length)
            {
                Array.Resize(ref _nodes, _used * 2);
            }

            node = _used++;
        }

        // Heads are kept one higher than the node, so that a cleared array means "no passings".
        _nodes[node] = new Node(time, point, _first[chip] - 1);
        _first[chip] = node + 1;
    }

    private record struct Node(long Time, int Point, int Next);
}
