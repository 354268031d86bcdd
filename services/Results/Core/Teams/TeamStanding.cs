using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Teams;

/// <summary>A team in its table. Immutable.</summary>
/// <param name="Name">What makes its runners a team: its name, club, country or attribute.</param>
/// <param name="Number">1 for the first team of that name, 2 for the second …</param>
/// <param name="Place">0: too few finishers.</param>
/// <param name="Points">Sum of the scorers' places; 0 while too few.</param>
/// <param name="Time">Sum of the scorers' times as shown, so that everybody can add them up.</param>
/// <param name="Members">Scorers, then displacers, best first.</param>
public sealed record TeamStanding(string Name, int Number, int Place, int Points, Elapsed Time, IReadOnlyList<TeamMember> Members)
{
    /// <summary>The scorer whom ties go by.</summary>
    internal TeamMember LastScorer => Members.Last(member => member.Scores);
}
