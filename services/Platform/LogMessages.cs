using Microsoft.Extensions.Logging;
using RaceSystem.Platform.Storage;

namespace RaceSystem.Platform;

/// <summary>Everything Platform writes to the log. Names are stable: operators search for them.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(LogLevel.Information, "Storage of {Service} is ready ({Provider})")]
    public static partial void StorageReady(this ILogger log, string service, StorageProvider provider);

    [LoggerMessage(LogLevel.Warning, "Storage of {Service} is not ready, trying again in {Delay}")]
    public static partial void StorageWaits(this ILogger log, string service, TimeSpan delay, Exception error);

    [LoggerMessage(LogLevel.Warning, "Bus is away: range {First} to {Last} of {Owner}/{MeetId} waits")]
    public static partial void PublishWaits(this ILogger log, string owner, string meetId, long first, long last, Exception error);

    [LoggerMessage(LogLevel.Warning, "Publish queue of {Owner} was full: {Count} ranges dropped so far, followers fetch them")]
    public static partial void RangesDropped(this ILogger log, string owner, long count);

    [LoggerMessage(LogLevel.Warning, "Heads of {Owner} could not be announced")]
    public static partial void AnnounceFailed(this ILogger log, string owner, Exception error);

    [LoggerMessage(LogLevel.Warning, "Upkeep of the log of {Owner} failed, trying again later")]
    public static partial void UpkeepFailed(this ILogger log, string owner, Exception error);

    [LoggerMessage(LogLevel.Error, "{Method} failed")]
    public static partial void CallFailed(this ILogger log, string method, Exception error);

    [LoggerMessage(LogLevel.Warning, "{Method} refused: storage is away")]
    public static partial void StorageAway(this ILogger log, string method, Exception error);

    [LoggerMessage(LogLevel.Information, "{Service} follows {Owner}: {Logs} logs with {Records} records from the stored copy")]
    public static partial void CopyLoaded(this ILogger log, string service, string owner, int logs, long records);

    [LoggerMessage(LogLevel.Warning, "{Service} cannot read its stored copy of {Owner}, trying again")]
    public static partial void CopyNotLoaded(this ILogger log, string service, string owner, Exception error);

    [LoggerMessage(LogLevel.Warning, "{Service} cannot store its copy of {Owner}, it keeps {Records} records to store later")]
    public static partial void CopyNotStored(this ILogger log, string service, string owner, long records, Exception error);

    [LoggerMessage(LogLevel.Warning, "{Service} cannot reach {Owner}")]
    public static partial void OwnerAway(this ILogger log, string service, string owner, Exception error);

    [LoggerMessage(LogLevel.Information, "{Service} reaches {Owner} again")]
    public static partial void OwnerBack(this ILogger log, string service, string owner);

    [LoggerMessage(LogLevel.Warning, "{Owner}/{MeetId} was made anew ({OldLogId} to {NewLogId}): starting over")]
    public static partial void LogMadeAnew(this ILogger log, string owner, string meetId, string oldLogId, string newLogId);

    [LoggerMessage(LogLevel.Error, "Projection of {Service} failed on {Owner}/{MeetId} through {Sequence}")]
    public static partial void ProjectionFailed(this ILogger log, string service, string owner, string meetId, long sequence, Exception error);

    [LoggerMessage(LogLevel.Error, "A message about {Owner}/{MeetId} cannot be read and is ignored")]
    public static partial void MessageUnreadable(this ILogger log, string owner, string meetId, Exception error);
}
