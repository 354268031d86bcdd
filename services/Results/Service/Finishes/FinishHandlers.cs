using RaceSystem.Results.Service.GetAwards;
using RaceSystem.Results.Service.GetNationTable;
using RaceSystem.Results.Service.ListAgeGrades;
using RaceSystem.Results.Service.ListRelayLegs;
using RaceSystem.Results.Service.ListTeamStandings;

namespace RaceSystem.Results.Service.Finishes;

/// <summary>The handlers of what follows from a race's finish.</summary>
internal sealed record FinishHandlers(
    GetAwardsHandler Awards,
    ListTeamStandingsHandler Teams,
    ListRelayLegsHandler Legs,
    ListAgeGradesHandler AgeGrades,
    GetNationTableHandler Nations);
