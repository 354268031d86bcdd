using System.Runtime.InteropServices;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>
/// Follows a meet by samples (every few seconds) and tells which alarms begin and end. A finding raises at once, the rules
/// themselves wait until they are sure; an alarm ends when its rule found nothing for <see cref="ClearAfter"/>. Rules count
/// runners rather than seconds where they can, so that a replay at any speed is judged like the race. Not thread-safe.
/// </summary>
public sealed class AlarmWatch
{
    /// <summary>How long a rule must find nothing before its alarm ends.</summary>
    public static readonly Elapsed ClearAfter = Elapsed.FromSeconds(20);

    private readonly Dictionary<AlarmSubject, Instant> _raised = [];
    private readonly Dictionary<string, DeviceWatch> _devices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PointWatch> _points = new(StringComparer.Ordinal);

    /// <summary>Begins with the alarms that hold already, for example before a restart.</summary>
    public AlarmWatch(IEnumerable<AlarmSubject> holding, Instant now)
    {
        ArgumentNullException.ThrowIfNull(holding);
        foreach (var subject in holding)
        {
            _raised[subject] = now;
        }
    }

    /// <summary>Alarms that hold.</summary>
    public int Count => _raised.Count;

    /// <summary>Judges a sample; samples come in the order of time.</summary>
    public IReadOnlyList<AlarmChange> Judge(MeetSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var changes = new List<AlarmChange>();
        foreach (var finding in Find(sample))
        {
            ref var foundAt = ref CollectionsMarshal.GetValueRefOrAddDefault(_raised, finding.Subject, out var holds);
            foundAt = sample.Now;
            if (!holds)
            {
                changes.Add(new AlarmChange(finding.Subject, true, finding.Description));
            }
        }

        foreach (var (subject, _) in _raised.Where(alarm => sample.Now - alarm.Value >= ClearAfter).ToList())
        {
            _raised.Remove(subject);
            changes.Add(new AlarmChange(subject, false, ""));
        }

        return changes;
    }

    private List<AlarmFinding> Find(MeetSample sample)
    {
        var findings = new List<AlarmFinding>();
        var points = sample.Points.ToDictionary(point => point.PointId, StringComparer.Ordinal);
        foreach (var point in sample.Points)
        {
            WatchOf(_points, point.PointId).Find(point, sample.Now, findings);
        }

        foreach (var device in sample.Devices)
        {
            if (points.TryGetValue(device.PointId, out var point))
            {
                WatchOf(_devices, device.DeviceId).Find(device, point, sample.Now, findings);
            }
        }

        return findings;
    }

    private static T WatchOf<T>(Dictionary<string, T> watches, string id)
        where T : new()
    {
        if (!watches.TryGetValue(id, out var watch))
        {
            watches.Add(id, watch = new T());
        }

        return watch;
    }
}
