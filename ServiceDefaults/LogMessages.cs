using Microsoft.Extensions.Logging;

namespace RaceSystem.ServiceDefaults;

internal static partial class LogMessages
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information,
        Message = "Listens on {Address} for HTTP/1.1 and HTTP/2; only this machine can reach it")]
    public static partial void ListensOnLoopback(this ILogger logger, string address);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning,
        Message = "Listens on {Address} for HTTP/1.1 and HTTP/2; OTHER MACHINES CAN REACH IT, without encryption or sign-in. Bind to 127.0.0.1 or put a proxy in front")]
    public static partial void ListensOnNetwork(this ILogger logger, string address);

    [LoggerMessage(EventId = 3, Level = LogLevel.Debug,
        Message = "Closed connection {ConnectionId}: it did not say what it wants within {Timeout}")]
    public static partial void FirstBytesTooSlow(this ILogger logger, string connectionId, TimeSpan timeout);

    [LoggerMessage(EventId = 4, Level = LogLevel.Debug, Message = "Connection {ConnectionId} was reset before its first request")]
    public static partial void ConnectionResetBeforeRequest(this ILogger logger, string connectionId);
}
