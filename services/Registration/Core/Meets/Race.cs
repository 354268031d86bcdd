using RaceSystem.Kernel;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>A scored contest of a meet.</summary>
/// <param name="TimeLimit">From the race's first gun; null: none.</param>
public sealed record Race(
    string RaceId,
    string DisplayName,
    ValueList<CourseVisit> Course,
    ValueList<Division> Divisions,
    RankingRules Rules,
    ValueList<Wave> Waves,
    Elapsed? TimeLimit);
