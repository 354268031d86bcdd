using RaceSystem.Timing.Core.Chips;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Explanations;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Meets;

/// <summary>
/// All reads of a meet, and the passings they make. Points, devices and chips are numbered in the order of appearance;
/// the numbers are this object's own and mean nothing elsewhere. What comes out depends on the set of reads, the clocks and
/// roles of devices and the rules, never on the order of calls (invariant 3). Allocation-free per read once chips, points and
/// blocks exist. Not thread-safe: one writer owns it.
/// </summary>
public sealed class MeetReads
{
    private readonly List<PointState> _points = [];
    private readonly Dictionary<string, int> _pointNumbers = new(StringComparer.Ordinal);
    private readonly MeetDevices _devices = new();
    private DeviceTiming[] _timings = [];
    private readonly PassingCalculator _calculator = new();
    private readonly PassingBuffer _before = new();
    private readonly PassingBuffer _after = new();
    private readonly KeyTable _keys = new();

    /// <summary>The chips of the meet.</summary>
    public ChipIndex Chips { get; } = new();

    /// <summary>Chips whose passings were settled since somebody took them.</summary>
    public ChipMarks Settled { get; } = new();

    /// <summary>Number of points.</summary>
    public int PointCount => _points.Count;

    /// <summary>Distinct reads kept.</summary>
    public long ReadCount { get; private set; }

    /// <summary>Keys whose reads or rules changed since they were last settled.</summary>
    public int TouchedCount => _keys.Touched.Length;

    /// <summary>The id of a numbered point.</summary>
    public string PointIdOf(int point) => _points[point].PointId;

    /// <summary>The number of a point that was made known or read at.</summary>
    public bool TryFindPoint(string pointId, out int point) => _pointNumbers.TryGetValue(pointId, out point);

    /// <summary>Makes a point known or changes its rule; keys whose passings differ under the new rule are touched.</summary>
    /// <returns>The point's number.</returns>
    public int ApplyPoint(string pointId, PassingRule rule)
    {
        if (!_pointNumbers.TryGetValue(pointId, out var point))
        {
            point = _points.Count;
            _pointNumbers.Add(pointId, point);
            _points.Add(new PointState(pointId, rule));
            return point;
        }

        var before = _points[point].Rule;
        if (before != rule)
        {
            _points[point].Rule = rule;
            for (var key = 0; key < _keys.Count; key++)
            {
                if (_keys[key].Point == point)
                {
                    TouchIfDifferent(key, _timings, before, _timings, rule);
                }
            }
        }

        return point;
    }

    /// <summary>Makes a device known or changes its role and clock; keys whose passings differ with it are touched.</summary>
    /// <returns>The device's number.</returns>
    public int ApplyDevice(string deviceId, DeviceRole role, DeviceClock clock)
    {
        var before = _timings;
        var device = _devices.Apply(deviceId, role, clock, out var changed);
        _timings = _devices.Timings;
        if (changed)
        {
            ChangeTiming(device, before);
        }

        return device;
    }

    /// <summary>The clock of a numbered device.</summary>
    public DeviceClock ClockOf(int device) => _devices.Of(device).Clock;

    /// <summary>The id of a numbered device.</summary>
    public string DeviceIdOf(int device) => _devices.Of(device).DeviceId;

    /// <summary>The number of a device that was made known.</summary>
    public bool TryFindDevice(string deviceId, out int device) => _devices.TryFind(deviceId, out device);

    /// <summary>Adds a read of a numbered chip at a numbered point; false when it is there already.</summary>
    public bool Add(int point, int chip, in Read read)
    {
        var state = _points[point];
        var key = state.KeyOf(chip);
        if (key < 0)
        {
            key = _keys.Add(state, point, chip);
        }

        if (!_keys.Insert(key, read))
        {
            return false;
        }

        ReadCount++;
        state.ReadCount++;
        var device = _devices.Of(read.Device);
        device.ReadCount++;
        device.LastDeviceMicros = Math.Max(device.LastDeviceMicros, read.TimeMicros);
        Saw(state, device, read);
        return true;
    }

    /// <summary>Computes the passings of every touched key, gives them to the receiver and forgets the touch.</summary>
    public void Settle(TouchedPassings receiver)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        foreach (var key in _keys.Touched)
        {
            ref var reads = ref _keys[key];
            var point = _points[reads.Point];
            _calculator.Compute(_keys.ReadsOf(key), _timings, point.Rule, _after);
            point.PassingCount += _after.Passings.Length - reads.Span.Count;
            point.Readers += _after.Readers - reads.Readers;
            reads.Span = ChipSpan.Of(_after.Passings);
            reads.Readers = _after.Readers;
            Settled.Mark(reads.Chip);
            receiver(reads.Point, reads.Chip, _after.Passings);
        }

        _keys.ClearTouched();
    }

    /// <summary>The passings of a chip at a point, earliest first; valid until the next call. Empty when never read there.</summary>
    public ReadOnlySpan<Passing> PassingsOf(int point, int chip)
    {
        _after.Clear();
        var key = _points[point].KeyOf(chip);
        if (key >= 0)
        {
            _calculator.Compute(_keys.ReadsOf(key), _timings, _points[point].Rule, _after);
        }

        return _after.Passings;
    }

    /// <summary>All that a chip's passings at a point follow from, as of now, to be explained; null when it was never read there.</summary>
    public KeySnapshot? SnapshotOf(int point, int chip)
    {
        var key = _points[point].KeyOf(chip);
        return key < 0 ? null : new([.. _keys.ReadsOf(key)], _timings, _devices.Clocks(), _devices.Ids(), _points[point].Rule);
    }

    /// <summary>The reads of a chip at a point, ordered by device time; valid until the next read is added.</summary>
    public ReadOnlySpan<Read> ReadsOf(int point, int chip)
    {
        var key = _points[point].KeyOf(chip);
        return key < 0 ? default : _keys.ReadsOf(key);
    }

    /// <summary>Latest true read time of a chip at a point, held reads left out; 0 when it was never read there.</summary>
    public long LastReadOf(int point, int chip)
    {
        long last = 0;
        foreach (ref readonly var read in ReadsOf(point, chip))
        {
            last = Math.Max(last, _timings[read.Device].CorrectUnlessHeld(read.TimeMicros));
        }

        return last;
    }

    /// <summary>The passings of a chip at a point in short, as last settled.</summary>
    public ChipSpan SpanOf(int point, int chip)
    {
        var key = _points[point].KeyOf(chip);
        return key < 0 ? default : _keys[key].Span;
    }

    /// <summary>Whether a chip was read at a point.</summary>
    public bool WasReadAt(int point, int chip) => _points[point].KeyOf(chip) >= 0;

    /// <summary>Counts of a point, as last settled.</summary>
    public PointCounts CountsOfPoint(int point) => _points[point].Counts;

    /// <summary>Counts of a device.</summary>
    public DeviceCounts CountsOfDevice(int device) => _devices.Of(device).Counts;

    private void ChangeTiming(int device, DeviceTiming[] before)
    {
        var concerned = new bool[_points.Count];
        for (var key = 0; key < _keys.Count; key++)
        {
            var point = _points[_keys[key].Point];
            if (_keys.HasReadOf(key, device))
            {
                concerned[_keys[key].Point] = true;
                point.LastReadMicros = 0;
                TouchIfDifferent(key, before, point.Rule, _timings, point.Rule);
            }
        }

        _devices.Of(device).LastReadMicros = 0;
        for (var key = 0; key < _keys.Count; key++)
        {
            if (concerned[_keys[key].Point])
            {
                foreach (ref readonly var read in _keys.ReadsOf(key))
                {
                    Saw(_points[_keys[key].Point], _devices.Of(read.Device), read);
                }
            }
        }
    }

    /// <summary>Keeps the latest true times; a held read has none.</summary>
    private void Saw(PointState point, DeviceState device, in Read read)
    {
        var time = _timings[read.Device].CorrectUnlessHeld(read.TimeMicros);
        point.LastReadMicros = Math.Max(point.LastReadMicros, time);
        device.LastReadMicros = Math.Max(device.LastReadMicros, time);
    }

    private void TouchIfDifferent(int key, DeviceTiming[] timingsBefore, PassingRule ruleBefore, DeviceTiming[] timings, PassingRule rule)
    {
        var reads = _keys.ReadsOf(key);
        _calculator.Compute(reads, timingsBefore, ruleBefore, _before);
        _calculator.Compute(reads, timings, rule, _after);
        if (!_before.Passings.SequenceEqual(_after.Passings))
        {
            _keys.Touch(key);
        }
    }
}
