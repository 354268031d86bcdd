using RaceSystem.Timing.Core.Progress;

namespace RaceSystem.Timing.Service.Registered;

/// <summary>Courses and runners of one meet, for those who count who was seen where. Guarded by its own lock.</summary>
internal sealed class RegisteredField
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ProgressCourse> _courses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string RaceId, string Wave, string[] Chips)> _runners = new(StringComparer.Ordinal);
    private long _version;

    /// <summary>Grows with every change.</summary>
    internal long Version
    {
        get
        {
            lock (_lock)
            {
                return _version;
            }
        }
    }

    internal void SetCourse(ProgressCourse course)
    {
        lock (_lock)
        {
            _courses[course.RaceId] = course;
            _version++;
        }
    }

    /// <summary>Sets what a runner wears; nothing: the runner is not expected.</summary>
    internal void SetRunner(string entryId, string raceId, string wave, string[] chips)
    {
        lock (_lock)
        {
            _ = chips.Length == 0 ? _runners.Remove(entryId) : Put(entryId, raceId, wave, chips);
            _version++;
        }
    }

    /// <summary>Everything as it is now, with the version it has.</summary>
    internal (long Version, IReadOnlyList<ProgressCourse> Courses, IReadOnlyList<ProgressRunner> Runners) Copy()
    {
        lock (_lock)
        {
            var courses = _courses.Values.OrderBy(course => course.RaceId, StringComparer.Ordinal).ToList();
            var numbers = courses.Select((course, number) => (course.RaceId, number)).ToDictionary(pair => pair.RaceId, pair => pair.number, StringComparer.Ordinal);
            var runners = new List<ProgressRunner>(_runners.Count);
            foreach (var (raceId, wave, chips) in _runners.Values)
            {
                if (numbers.TryGetValue(raceId, out var course))
                {
                    runners.Add(new ProgressRunner(course, wave, chips));
                }
            }

            return (_version, courses, runners);
        }
    }

    private bool Put(string entryId, string raceId, string wave, string[] chips)
    {
        _runners[entryId] = (raceId, wave, chips);
        return true;
    }
}
