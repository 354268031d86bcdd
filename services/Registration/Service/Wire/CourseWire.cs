using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Service.Wire;

/// <summary>Courses between the wire and the core.</summary>
internal static class CourseWire
{
    public static CourseVisit ToCore(V1.CourseVisit visit, string field) =>
        new(visit.SplitId, visit.DisplayName, visit.TimingPointId, visit.DistanceM, (CourseVisitKind)visit.Kind)
        {
            Cutoff = WireTime.ToElapsed(visit.Cutoff, $"{field}.cutoff"),
            Pace = ToCore(visit.PaceLimits, $"{field}.pace_limits"),
        };

    public static V1.CourseVisit ToWire(CourseVisit visit) => new()
    {
        SplitId = visit.SplitId,
        DisplayName = visit.DisplayName,
        TimingPointId = visit.TimingPointId,
        DistanceM = visit.DistanceM,
        Kind = (V1.CourseVisitKind)visit.Kind,
        Cutoff = WireTime.ToWire(visit.Cutoff),
        PaceLimits = ToWire(visit.Pace),
    };

    public static PaceLimits? ToCore(V1.PaceLimits? pace, string field) => pace is null ? null : new(
        WireTime.ToElapsed(pace.FastestPerKm, $"{field}.fastest_per_km"),
        WireTime.ToElapsed(pace.SlowestPerKm, $"{field}.slowest_per_km"));

    public static V1.PaceLimits? ToWire(PaceLimits? pace) => pace is null ? null : new()
    {
        FastestPerKm = WireTime.ToWire(pace.FastestPerKm),
        SlowestPerKm = WireTime.ToWire(pace.SlowestPerKm),
    };
}
