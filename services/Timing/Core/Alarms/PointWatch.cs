using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>The rules about one timing point.</summary>
internal sealed class PointWatch
{
    private readonly SilentPointRule _silent = new();
    private readonly MissedRunnersRule _missed = new();
    private readonly UnknownChipsRule _unknown = new();

    internal void Find(PointSample point, IReadOnlyList<DeviceSample> devices, Instant now, List<AlarmFinding> findings)
    {
        Add(AlarmKind.SilentPoint, "", _silent.Judge(point, now));
        Add(AlarmKind.RateCollapse, "", _missed.Judge(point));
        Add(AlarmKind.UnknownChips, "", _unknown.Judge(point, now));

        void Add(AlarmKind kind, string device, string? description)
        {
            if (description is not null)
            {
                findings.Add(new AlarmFinding(new AlarmSubject(kind, point.PointId, device), description));
            }
        }
    }
}
