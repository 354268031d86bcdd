using Microsoft.Extensions.Logging;

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
}
