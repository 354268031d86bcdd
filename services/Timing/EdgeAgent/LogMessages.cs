namespace RaceSystem.Timing.EdgeAgent;

/// <summary>Everything the edge agent logs.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Decoder {DecoderId} can connect to {EndPoint}")]
    internal static partial void Listening(ILogger logger, string decoderId, string endPoint);

    [LoggerMessage(2, LogLevel.Information, "Decoder {DecoderId} is connected with {Remote}")]
    internal static partial void Connected(ILogger logger, string decoderId, string remote);

    [LoggerMessage(3, LogLevel.Critical, "The disk takes no reads; nothing is acknowledged until it does")]
    internal static partial void SpoolFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Information, "Spool {Path}: {Segments} segments, {Bytes} bytes, {TornBytes} bytes of a torn write left out")]
    internal static partial void SpoolOpened(ILogger logger, string path, int segments, long bytes, long tornBytes);

    [LoggerMessage(5, LogLevel.Warning, "Timing refuses the upload of {DeviceId}; trying again in {Seconds} s. {Problem}")]
    internal static partial void UploadRefused(ILogger logger, string deviceId, double seconds, string problem);

    [LoggerMessage(6, LogLevel.Information, "Decoder {DecoderId} and {Remote} have parted")]
    internal static partial void Disconnected(ILogger logger, string decoderId, string remote);

    [LoggerMessage(7, LogLevel.Warning, "The connection of decoder {DecoderId} with {Remote} failed: {Problem}")]
    internal static partial void ConnectionFailed(ILogger logger, string decoderId, string remote, string problem);

    [LoggerMessage(8, LogLevel.Warning, "What decoder {DecoderId} remembers could not be written; after a crash some reads come twice. {Problem}")]
    internal static partial void MemoryFailed(ILogger logger, string decoderId, string problem);

    [LoggerMessage(9, LogLevel.Information, "The disk takes reads again")]
    internal static partial void SpoolRecovered(ILogger logger);

    [LoggerMessage(10, LogLevel.Error, "The spool cannot be read for the upload of {DeviceId}")]
    internal static partial void UploadFailed(ILogger logger, Exception exception, string deviceId);

    [LoggerMessage(11, LogLevel.Error, "Timing refused part of batch {Sequence} of {DeviceId} for good ({Reason}: {Problem}); it is in {Path}")]
    internal static partial void BatchRefused(ILogger logger, string deviceId, long sequence, string reason, string problem, string path);

    [LoggerMessage(12, LogLevel.Error, "Timing has {Durable} batches of {DeviceId} and had acknowledged {Acknowledged}: its database is an older one. Everything that is kept is sent again")]
    internal static partial void TimingForgot(ILogger logger, string deviceId, long durable, long acknowledged);

    [LoggerMessage(13, LogLevel.Warning, "How far Timing is could not be written; after a crash more is sent than needed. {Problem}")]
    internal static partial void CheckpointFailed(ILogger logger, string problem);

    [LoggerMessage(14, LogLevel.Critical, "{Bytes} bytes of acknowledged reads cannot be read any more; what can be is sent")]
    internal static partial void SpoolDamaged(ILogger logger, long bytes);

    [LoggerMessage(15, LogLevel.Error, "The disk has no room for another segment of the spool: {Problem}")]
    internal static partial void RoomRunsOut(ILogger logger, string problem);

    [LoggerMessage(16, LogLevel.Information, "The disk has room for another segment again")]
    internal static partial void RoomAgain(ILogger logger);
}
