using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.V1;
using Anomaly = RaceSystem.Results.Core.Anomalies.Anomaly;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>What is open in a meet as the logs have it at this moment.</summary>
/// <param name="Standings">The standings that it was found in.</param>
/// <param name="Anomalies">What does not add up, dismissed and decided ones too.</param>
/// <param name="Unreadable">Records that do not count.</param>
/// <param name="OpenAppeals">Appeals that are not decided.</param>
/// <param name="Away">Owners that could not be asked whether there is more.</param>
internal sealed record MeetLook(
    MeetStandings Standings,
    IReadOnlyList<Anomaly> Anomalies,
    IReadOnlyList<UnreadableRecord> Unreadable,
    IReadOnlyList<Adjudication> OpenAppeals,
    IReadOnlyList<string> Away)
{
    public static MeetLook At(MeetFindings findings, MeetStandings live, IReadOnlyList<string> away)
    {
        var (standings, anomalies) = findings.Find(live);
        return new MeetLook(standings, anomalies, findings.Unreadable, findings.OpenAppeals, away);
    }
}
