using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>The rules about one timing point.</summary>
internal sealed class PointWatch
{
    private readonly SilentPointRule _silent = new();
    private readonly MissedRunnersRule _missed = new();
    private readonly UnknownChipsRule _unknown = new();

    internal void Find(PointSample point, Instant now, List<AlarmFinding> findings)
    {
        var silence = _silent.Judge(point, now);
        Add(AlarmKind.SilentPoint, silence);
        Add(AlarmKind.RateCollapse, _missed.Judge(point, isSilent: silence is not null));
        Add(AlarmKind.UnknownChips, _unknown.Judge(point));

        void Add(AlarmKind kind, string? description)
        {
            if (description is not null)
            {
                findings.Add(new AlarmFinding(new AlarmSubject(kind, point.PointId, ""), description));
            }
        }
    }
}
