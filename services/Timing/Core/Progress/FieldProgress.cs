using RaceSystem.Timing.Core.Meets;

namespace RaceSystem.Timing.Core.Progress;

/// <summary>
/// Who was seen where on the course, counted by visit, so that an operator sees how many were expected at a mat and how many
/// it missed. Only an overview: places and splits are Results' business. Follows the meet's reads chip by chip; a refresh
/// costs what changed since the last one. Not thread-safe.
/// </summary>
public sealed class FieldProgress
{
    /// <summary>Visits of a course that are followed; courses have at most 100.</summary>
    public const int MaxVisits = 128;

    private readonly Dictionary<string, int> _runnerOfCode = new(StringComparer.Ordinal);
    private IReadOnlyList<ProgressCourse> _courses = [];
    private IReadOnlyList<ProgressRunner> _runners = [];
    private VisitCounter[] _counters = [];
    private CourseWalk[] _walks = [];
    private RunnerState[] _states = [];
    private long?[] _guns = [];
    private int[] _started = [];
    private int[] _runnerOfChip = [];
    private bool _isStale = true;

    /// <summary>The courses followed.</summary>
    public IReadOnlyList<ProgressCourse> Courses => _courses;

    /// <summary>Sets who is expected where; everything is counted anew at the next refresh.</summary>
    /// <param name="courses">The courses.</param>
    /// <param name="runners">The runners.</param>
    /// <param name="gunOf">Time of the gun of a race's wave; null while it is not recorded. Nothing before it counts.</param>
    public void Follow(IReadOnlyList<ProgressCourse> courses, IReadOnlyList<ProgressRunner> runners, Func<string, string, long?> gunOf)
    {
        ArgumentNullException.ThrowIfNull(courses);
        ArgumentNullException.ThrowIfNull(runners);
        ArgumentNullException.ThrowIfNull(gunOf);
        var guns = runners.Select(runner => (runner.Course, runner.Wave)).Distinct().ToDictionary(wave => wave, wave => gunOf(courses[wave.Course].RaceId, wave.Wave));
        _guns = [.. runners.Select(runner => guns[(runner.Course, runner.Wave)])];
        (_courses, _runners) = (courses, runners);
        _states = new RunnerState[runners.Count];
        _runnerOfCode.Clear();
        for (var runner = 0; runner < runners.Count; runner++)
        {
            foreach (var code in runners[runner].Chips)
            {
                _runnerOfCode[code] = runner;
            }
        }

        _isStale = true;
    }

    /// <summary>Takes over what changed in the meet's reads since the last refresh.</summary>
    public void Refresh(MeetReads reads)
    {
        ArgumentNullException.ThrowIfNull(reads);
        if (_isStale || PointsChanged(reads))
        {
            Restart(reads);
        }

        reads.Settled.Take(chip =>
        {
            if (RunnerOf(reads, chip) is >= 0 and var runner)
            {
                Look(reads, runner);
            }
        });
    }

    /// <summary>Runners of a course who were seen at the start after their gun.</summary>
    public int StartedOf(int course) => _started[course];

    /// <summary>Counts by visit of a course.</summary>
    public VisitCounts CountsOf(int course, int visit) => _counters[course].CountsOf(visit);

    /// <summary>
    /// Counts the runners who are due at each visit of each course: of those seen last at the visit before, whose way here
    /// has taken its time.
    /// </summary>
    /// <param name="lastReadOfPoint">Latest read time at a point, microseconds; 0 where nothing was read.</param>
    /// <param name="now">How far the race has come.</param>
    /// <param name="receiver">Receives course, visit and counts where somebody is due.</param>
    public void CountDue(Func<string, long> lastReadOfPoint, long now, Action<int, int, DueCounts> receiver)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        var clocks = _courses.Select(course => DueClock.Of(course, lastReadOfPoint, now)).ToArray();
        for (var runner = 0; runner < _states.Length; runner++)
        {
            ref readonly var state = ref _states[runner];
            if (state.LegMicros > 0)
            {
                clocks[_runners[runner].Course].Count(state);
            }
        }

        for (var course = 0; course < clocks.Length; course++)
        {
            clocks[course].Tell(course, receiver);
        }
    }

    private bool PointsChanged(MeetReads reads) => Array.Exists(_walks, walk => !walk.IsAlong(reads));

    private void Restart(MeetReads reads)
    {
        _isStale = false;
        reads.Settled.Take(static _ => { });
        _walks = [.. _courses.Select(course => new CourseWalk(course, reads))];
        _counters = [.. _courses.Select(course => new VisitCounter(Math.Min(course.Visits.Count, MaxVisits)))];
        _started = new int[_courses.Count];
        _runnerOfChip = [];
        foreach (var runner in _runners)
        {
            _counters[runner.Course].Add(0);
        }

        Array.Fill(_states, new RunnerState { LastVisit = -1 });
        for (var runner = 0; runner < _runners.Count; runner++)
        {
            Look(reads, runner);
        }
    }

    private void Look(MeetReads reads, int runner)
    {
        var course = _runners[runner].Course;
        var before = _states[runner].Seen;
        _walks[course].Walk(reads, _runners[runner].Chips, _guns[runner], ref _states[runner]);
        var after = _states[runner].Seen;
        if (after != before)
        {
            _counters[course].Change(before, after);
            _started[course] += _guns[runner] is null ? 0 : (int)(after & UInt128.One) - (int)(before & UInt128.One);
        }
    }

    /// <summary>The runner of a numbered chip; -1 for an unknown one.</summary>
    private int RunnerOf(MeetReads reads, int chip)
    {
        if (chip >= _runnerOfChip.Length)
        {
            var from = _runnerOfChip.Length;
            Array.Resize(ref _runnerOfChip, Math.Max(reads.Chips.Count, from * 2));
            Array.Fill(_runnerOfChip, Unasked, from, _runnerOfChip.Length - from);
        }

        if (_runnerOfChip[chip] == Unasked)
        {
            _runnerOfChip[chip] = _runnerOfCode.GetValueOrDefault(reads.Chips.CodeOf(chip), -1);
        }

        return _runnerOfChip[chip];
    }

    private const int Unasked = -2;
}
