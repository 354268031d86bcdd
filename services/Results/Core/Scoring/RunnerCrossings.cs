using RaceSystem.Results.Core.Alignment;
using RaceSystem.Results.Core.Explanations;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>
/// From what the chips and people left of a runner to the crossings of the course: gathered, several chips merged, manual
/// times put in, aligned. Allocates nothing; not safe to share between threads.
/// </summary>
internal sealed class RunnerCrossings
{
    private readonly CourseMap _course;
    private readonly MeetInputs _inputs;
    private readonly PointTiming[] _timings;

    private RunnerCrossings(CourseMap course, MeetInputs inputs, PointTiming[] timings) =>
        (_course, _inputs, _timings) = (course, inputs, timings);

    /// <summary>Visits of the course.</summary>
    public int VisitCount => _course.VisitCount;

    /// <summary>The crossings of a race; null: its course is unusable.</summary>
    public static RunnerCrossings? On(RaceDefinition race, MeetInputs inputs) =>
        CourseMap.Create(race, point => inputs.Passings.Point(point)) is { } course ? new RunnerCrossings(course, inputs, new PointTiming[course.Points.Length]) : null;

    /// <summary>The same course over other records.</summary>
    public RunnerCrossings Over(MeetInputs inputs) => new(_course, inputs, [.. _timings]);

    /// <summary>Takes the timing points' settings as they are now.</summary>
    public void Refresh()
    {
        for (var local = 0; local < _timings.Length; local++)
        {
            _timings[local] = _inputs.PointTimings.TryGetValue(_course.Points[local], out var timing) ? timing : PointTiming.Default;
        }
    }

    /// <summary>The crossings of a runner.</summary>
    /// <param name="roster">The runners.</param>
    /// <param name="runner">The runner.</param>
    /// <param name="gun">The runner's gun, or <see cref="Moment.None"/>.</param>
    /// <param name="tools">Buffers.</param>
    /// <param name="crossings">Receives one time a visit, <see cref="Moment.None"/> where it was not measured.</param>
    public void Align(Roster roster, int runner, long gun, ScoringTools tools, long[] crossings)
    {
        Gather(roster.Chips[runner], tools.Buffer);
        MergeChips(roster.Chips[runner], tools.Buffer);
        AddManual(roster.Entries[runner], tools.Buffer);
        tools.Aligner.Align(_course, tools.Buffer.Packed, gun, crossings);
    }

    /// <summary>The same steps once more, with what each left.</summary>
    public PassingStages Trace(Roster roster, int runner, long gun, ScoringTools tools)
    {
        var crossings = new long[VisitCount];
        Gather(roster.Chips[runner], tools.Buffer);
        var gathered = tools.Buffer.Packed.ToArray();
        MergeChips(roster.Chips[runner], tools.Buffer);
        var merged = tools.Buffer.Packed.ToArray();
        AddManual(roster.Entries[runner], tools.Buffer);
        tools.Aligner.Align(_course, tools.Buffer.Packed, gun, crossings);
        return new PassingStages
        {
            Course = _course,
            Gathered = gathered,
            Merged = merged,
            Aligned = tools.Buffer.Packed.ToArray(),
            Manual = _inputs.Manual.Of(roster.Entries[runner].BibWorn),
            Crossings = crossings,
            Gun = gun,
        };
    }

    private void Gather(int[] chips, PassingBuffer buffer)
    {
        buffer.Clear();
        foreach (var chip in chips)
        {
            _inputs.Passings.Gather(chip, buffer, _course.LocalOfPoint);
        }

        buffer.Sort();
    }

    private void MergeChips(int[] chips, PassingBuffer buffer)
    {
        if (chips.Length > 1)
        {
            buffer.MergeChips(_timings);
        }
    }

    private void AddManual(Entry entry, PassingBuffer buffer)
    {
        if (!_inputs.Manual.IsEmpty && _inputs.Manual.Of(entry.BibWorn) is { } manual)
        {
            ManualMerge.Apply(buffer, manual, _course.LocalOfPoint);
        }
    }
}
