using Microsoft.Extensions.Logging;

namespace RaceSystem.Dashboard.Service;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Warning, "Lost the subscription {Key} at {Service}; it is opened again.")]
    public static partial void FeedLost(ILogger logger, string service, string key, Exception why);

    [LoggerMessage(3, LogLevel.Information, "The subscription {Key} at {Service} waits: {Why}")]
    public static partial void FeedWaits(ILogger logger, string service, string key, string why);

    [LoggerMessage(2, LogLevel.Information, "Page {Path} was refused with {StatusCode}: {Reason}.")]
    public static partial void PageRefused(ILogger logger, string path, int statusCode, string reason);
}
