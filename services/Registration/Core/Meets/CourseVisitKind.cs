namespace RaceSystem.Registration.Core.Meets;

/// <summary>What a visit is; numbers as on the wire.</summary>
public enum CourseVisitKind
{
    Unspecified = 0,
    Start = 1,
    Split = 2,
    Finish = 3,
}
