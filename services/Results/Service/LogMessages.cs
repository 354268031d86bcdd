using Microsoft.Extensions.Logging;
using RaceSystem.Results.Certification.Documents;

namespace RaceSystem.Results.Service;

/// <summary>Everything Results logs; no personal data.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Error, "Record {Key} (sequence {Sequence}) of {Owner}'s log of meet {MeetId} cannot be read; it is skipped")]
    public static partial void RecordUnreadable(this ILogger log, string owner, string meetId, string key, long sequence, Exception? error);

    [LoggerMessage(2, LogLevel.Error, "Meet {MeetId} could not be scored; the earlier standings stay, and scoring is tried again")]
    public static partial void ScoringFailed(this ILogger log, string meetId, Exception error);

    [LoggerMessage(3, LogLevel.Warning, "Declarations could not be read from the database, trying again in {Delay}")]
    public static partial void DeclarationsNotRead(this ILogger log, TimeSpan delay, Exception error);

    [LoggerMessage(4, LogLevel.Information, "Meet {MeetId}: {Count} statuses declared")]
    public static partial void StatusDeclared(this ILogger log, string meetId, int count);

    [LoggerMessage(40, LogLevel.Information, "Meet {MeetId}, race {RaceId}: version {Version} published as {State}, hash {Hash}")]
    public static partial void ClassificationPublished(this ILogger log, string meetId, string raceId, int version, ClassificationState state, string hash);

    [LoggerMessage(41, LogLevel.Information, "Classifications are signed by the key with fingerprint {Fingerprint}")]
    public static partial void SigningKeyReady(this ILogger log, string fingerprint);

    [LoggerMessage(42, LogLevel.Error, "The signing key {Path} cannot be read or made: nothing can be published")]
    public static partial void SigningKeyMissing(this ILogger log, string path, Exception error);

    [LoggerMessage(43, LogLevel.Information, "Meet {MeetId}: the persons of {Count} entries were erased from what is published")]
    public static partial void PersonsErased(this ILogger log, string meetId, int count);

    [LoggerMessage(44, LogLevel.Warning, "Meet {MeetId}: erased persons are still in what is published, trying again in {Delay}")]
    public static partial void PersonsNotErased(this ILogger log, string meetId, TimeSpan delay, Exception error);

    [LoggerMessage(45, LogLevel.Information, "Meet {MeetId}, race {RaceId}: a version of later records was published while another was scored, which is scored anew")]
    public static partial void ClassificationOvertaken(this ILogger log, string meetId, string raceId);

    [LoggerMessage(50, LogLevel.Information, "Meet {MeetId}, race {RaceId}: adjudication {AdjudicationId} ({Kind}) {Change}")]
    public static partial void AdjudicationChanged(this ILogger log, string meetId, string raceId, string adjudicationId, string kind, string change);
}
