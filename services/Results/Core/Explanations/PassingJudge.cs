using RaceSystem.Kernel;
using RaceSystem.Results.Core.Alignment;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Explanations;

/// <summary>Says of each passing of a runner what became of it. One for a runner.</summary>
internal sealed class PassingJudge(PassingStages stages)
{
    private readonly HashSet<long> _taken = [];
    private readonly CourseMap _course = stages.Course;

    /// <summary>A manual time of the runner's bib. Those that override are judged first, then the others, then the chips' passings.</summary>
    public RunnerPassing OfManual(string pointId, int point, ManualTime time)
    {
        var passing = new RunnerPassing(pointId, time.Overrides ? PassingOrigin.ManualOverride : PassingOrigin.ManualFallback, "", new Instant(time.Micros), PassingVerdict.NotOnCourse);
        var local = LocalOf(point);
        if (local < 0)
        {
            return passing;
        }

        if (!time.Overrides && NearestOf(stages.Merged, local, time.Micros, time.WindowMicros) is { } chips)
        {
            return passing with { Verdict = PassingVerdict.NotNeeded, Other = chips };
        }

        return Take(local, time.Micros)
            ? Judged(passing, local)
            : passing with { Verdict = PassingVerdict.SameAsOtherManualTime, Other = NearestOf(stages.Aligned, local, time.Micros, time.WindowMicros) };
    }

    /// <summary>A passing of one of the runner's chips.</summary>
    public RunnerPassing OfChip(string chip, string pointId, int point, long time)
    {
        var passing = new RunnerPassing(pointId, PassingOrigin.Chip, chip, new Instant(time), PassingVerdict.NotOnCourse);
        var local = LocalOf(point);
        if (local < 0)
        {
            return passing;
        }

        var packed = PassingBuffer.Pack(local, time);
        if (!stages.Gathered.Contains(packed))
        {
            return passing with { Verdict = PassingVerdict.OverLimit };
        }

        if (!stages.Merged.Contains(packed))
        {
            return passing with { Verdict = PassingVerdict.MergedWithOtherChip, Other = NearestOf(stages.Merged, local, time, long.MaxValue) };
        }

        if (OverrideOf(point, time) is { } manual)
        {
            return passing with { Verdict = PassingVerdict.ReplacedByManualTime, Other = new Instant(manual) };
        }

        return Take(local, time) ? Judged(passing, local) : passing with { Verdict = PassingVerdict.MergedWithOtherChip, Other = passing.Time };
    }

    private RunnerPassing Judged(RunnerPassing passing, int local)
    {
        var time = passing.Time.Micros;
        var nearest = -1;
        for (var visit = 0; visit < _course.VisitCount; visit++)
        {
            var crossing = stages.Crossings[visit];
            if (_course.LocalOfVisit[visit] != local || crossing == Moment.None)
            {
                continue;
            }

            if (crossing == time)
            {
                return passing with { Verdict = PassingVerdict.Counts, Visit = visit };
            }

            nearest = nearest < 0 || Math.Abs(crossing - time) < Math.Abs(stages.Crossings[nearest] - time) ? visit : nearest;
        }

        return Unused(passing, local, nearest);
    }

    private RunnerPassing Unused(RunnerPassing passing, int local, int nearest)
    {
        var time = passing.Time.Micros;
        var finish = stages.Crossings[^1];
        if (stages.Gun != Moment.None && time < stages.Gun)
        {
            return passing with { Verdict = PassingVerdict.BeforeGun, Other = new Instant(stages.Gun) };
        }

        if (finish != Moment.None && time > finish)
        {
            return passing with { Verdict = PassingVerdict.AfterFinish, Visit = _course.VisitCount - 1, Other = new Instant(finish) };
        }

        if (nearest == 0 && time < stages.Crossings[0])
        {
            return passing with { Verdict = PassingVerdict.SupersededStart, Visit = 0, Other = new Instant(stages.Crossings[0]) };
        }

        return nearest >= 0
            ? passing with { Verdict = PassingVerdict.Repeated, Visit = nearest, Other = new Instant(stages.Crossings[nearest]) }
            : Impossible(passing, local);
    }

    /// <summary>Nothing counts at the mat, so its passings do not fit to the gun or the crossings that count.</summary>
    private RunnerPassing Impossible(RunnerPassing passing, int local)
    {
        var visit = Array.IndexOf(_course.LocalOfVisit, local);
        var time = passing.Time.Micros;
        if (stages.Gun != Moment.None && time < stages.Gun + _course.FastestMicros[visit])
        {
            return passing with { Verdict = PassingVerdict.TooFast, Visit = visit, Other = new Instant(stages.Gun) };
        }

        for (var other = 0; other < _course.VisitCount; other++)
        {
            var crossing = stages.Crossings[other];
            var needed = Math.Abs(_course.FastestMicros[other] - _course.FastestMicros[visit]);
            if (crossing != Moment.None && (other < visit ? time - crossing : crossing - time) < needed)
            {
                return passing with { Verdict = PassingVerdict.TooFast, Visit = visit, Other = new Instant(crossing) };
            }

            if (crossing != Moment.None && other < visit && !_course.IsPossible(other, visit, time - crossing))
            {
                return passing with { Verdict = PassingVerdict.TooSlow, Visit = visit, Other = new Instant(crossing) };
            }
        }

        return passing with { Verdict = _course.EachPointOnce ? PassingVerdict.Contradicts : PassingVerdict.Unlikely, Visit = visit };
    }

    private int LocalOf(int point) => point < _course.LocalOfPoint.Length ? _course.LocalOfPoint[point] : -1;

    /// <summary>Whether the passing was aligned; of equal ones only the first is told so.</summary>
    private bool Take(int local, long time) => PassingBuffer.Pack(local, time) is var packed && stages.Aligned.Contains(packed) && _taken.Add(packed);

    private long? OverrideOf(int point, long time)
    {
        foreach (var manual in stages.Manual?.GetValueOrDefault(point) ?? [])
        {
            if (manual.Overrides && manual.Covers(time))
            {
                return manual.Micros;
            }
        }

        return null;
    }

    private static Instant? NearestOf(long[] packed, int local, long time, long window)
    {
        long? nearest = null;
        foreach (var other in packed)
        {
            var distance = Math.Abs(PassingBuffer.TimeOf(other) - time);
            if (PassingBuffer.PointOf(other) == local && distance <= window && (nearest is null || distance < Math.Abs(nearest.Value - time)))
            {
                nearest = PassingBuffer.TimeOf(other);
            }
        }

        return nearest is { } found ? new Instant(found) : null;
    }
}
