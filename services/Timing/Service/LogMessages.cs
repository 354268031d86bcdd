using System.Net;
using Microsoft.Extensions.Logging;

namespace RaceSystem.Timing.Service;

/// <summary>Everything Timing logs; no personal data.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Error, "Record {Key} (sequence {Sequence}) of Registration's log of meet {MeetId} cannot be read; it is skipped")]
    internal static partial void RegistrationRecordUnreadable(ILogger logger, Exception exception, string meetId, string key, long sequence);

    [LoggerMessage(2, LogLevel.Information, "Meet {MeetId}: {ReadCount} reads in memory from {Ordinal} rows of the raw log in {Millis:F0} ms")]
    internal static partial void MeetRebuilt(ILogger logger, string meetId, long readCount, long ordinal, double millis);

    [LoggerMessage(3, LogLevel.Warning, "Meet {MeetId}: a commit failed at attempt {Attempt}; memory is rebuilt from the database")]
    internal static partial void CommitFailed(ILogger logger, Exception exception, string meetId, int attempt);

    [LoggerMessage(4, LogLevel.Information, "Meet {MeetId}: idle, its reads leave memory")]
    internal static partial void MeetEvicted(ILogger logger, string meetId);

    [LoggerMessage(5, LogLevel.Information, "Meet {MeetId}: device {DeviceId} uploads stream {StreamId}, epoch {Epoch}, from sequence {DurableSequence}")]
    internal static partial void UploadOpened(ILogger logger, string meetId, string deviceId, string streamId, long epoch, long durableSequence);

    [LoggerMessage(6, LogLevel.Warning, "Meet {MeetId}: an upload of device {DeviceId} was refused: {Reason}")]
    internal static partial void UploadRefused(ILogger logger, string meetId, string deviceId, string reason);

    [LoggerMessage(30, LogLevel.Warning, "Meet {MeetId}: alarms could not be judged or stored; it is tried again")]
    internal static partial void AlarmsNotJudged(ILogger logger, Exception exception, string meetId);

    [LoggerMessage(7, LogLevel.Error, "Evicting idle meets failed; it is tried again")]
    internal static partial void EvictionFailed(ILogger logger, Exception exception);

    [LoggerMessage(20, LogLevel.Warning, "Meet {MeetId}: the clock of device {DeviceId} cannot be believed ({Fault}, off by {OffsetSeconds} s); its reads are held until somebody decides")]
    internal static partial void ClockDoubted(ILogger logger, string meetId, string deviceId, string fault, double offsetSeconds);

    [LoggerMessage(40, LogLevel.Information, "Meet {MeetId}: decoder {DecoderId} ({Protocol}) is awaited at {EndPoint}")]
    internal static partial void DecoderListening(ILogger logger, string meetId, string decoderId, string protocol, IPEndPoint endPoint);

    [LoggerMessage(41, LogLevel.Debug, "Meet {MeetId}: decoder {DecoderId} is connected from {Remote}")]
    internal static partial void DecoderConnected(ILogger logger, string meetId, string decoderId, string remote);

    [LoggerMessage(42, LogLevel.Debug, "Meet {MeetId}: the connection of decoder {DecoderId} with {Remote} ended: {Problem}")]
    internal static partial void DecoderDisconnected(ILogger logger, string meetId, string decoderId, string remote, string problem);

    [LoggerMessage(43, LogLevel.Information, "Meet {MeetId}: decoder {DecoderId} is stopped")]
    internal static partial void DecoderStopped(ILogger logger, string meetId, string decoderId);

    [LoggerMessage(44, LogLevel.Error, "Meet {MeetId}: decoder {DecoderId} ({Protocol}) is not started: {Running} run already, or its protocol is not known here")]
    internal static partial void DecoderNotStarted(ILogger logger, string meetId, string decoderId, string protocol, int running);

    [LoggerMessage(45, LogLevel.Warning, "Decoders could not be brought to what is stored; it is tried again")]
    internal static partial void DecodersNotReconciled(ILogger logger, Exception exception);

    [LoggerMessage(60, LogLevel.Warning, "Meet {MeetId}: what is wrong with the clock of device {DeviceId} could not be recorded; it is tried again")]
    internal static partial void ClockNotReported(ILogger logger, Exception exception, string meetId, string deviceId);
}
