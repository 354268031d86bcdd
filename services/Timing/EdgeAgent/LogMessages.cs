namespace RaceSystem.Timing.EdgeAgent;

/// <summary>Everything the edge agent logs.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Decoders connect to {EndPoint}")]
    internal static partial void Listening(ILogger logger, string endPoint);

    [LoggerMessage(2, LogLevel.Information, "A decoder's connection ended: {Problem}")]
    internal static partial void ConnectionEnded(ILogger logger, string problem);

    [LoggerMessage(3, LogLevel.Critical, "The spool does not take reads; nothing is acknowledged until it does")]
    internal static partial void SpoolFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Information, "Spool {Path}: epoch {Epoch}, {Records} records, {TornBytes} torn bytes cut off")]
    internal static partial void SpoolOpened(ILogger logger, string path, long epoch, long records, long tornBytes);

    [LoggerMessage(5, LogLevel.Warning, "Timing refuses the upload; trying again in {Seconds} s. {Problem}")]
    internal static partial void UploadRefused(ILogger logger, double seconds, string problem);
}
