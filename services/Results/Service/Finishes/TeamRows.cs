using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Finishes;

/// <summary>Teams as the contract shows them.</summary>
internal static class TeamRows
{
    /// <summary>A team in its table.</summary>
    public static TeamStanding Of(RaceStandings race, Core.Teams.TeamStanding team)
    {
        var message = new TeamStanding { Name = team.Name, Number = team.Number, Place = team.Place, Points = team.Points, Time = FinishRows.ToDuration(team.Time) };
        message.Members.AddRange(team.Members.Select(member => new TeamMember
        {
            Standing = FinishRows.Of(race, member.Runner),
            Scores = member.Scores,
            Place = member.Place,
            Time = FinishRows.ToDuration(member.Time),
        }));
        return message;
    }
}
