using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>A meet as the logs have it at this moment, collected as evidence and scored from it.</summary>
/// <param name="Evidence">What was scored.</param>
/// <param name="Standings">Its standings.</param>
/// <param name="File">The evidence as a file.</param>
/// <param name="Persons">Openings that are new.</param>
/// <param name="Logs">How far each log is contained.</param>
/// <param name="Look">What is open in it, by the same records.</param>
internal sealed record ClassificationDraft(
    EvidenceScoring Evidence,
    MeetStandings Standings,
    byte[] File,
    IReadOnlyList<PersonOpening> Persons,
    IReadOnlyList<LogMark> Logs,
    MeetLook Look);
