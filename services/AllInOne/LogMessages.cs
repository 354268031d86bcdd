namespace RaceSystem.AllInOne;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Demo: meet {MeetId} with {Runners} runners is at {Address}/meets/{MeetId}; the gun goes in ten race seconds, the race runs at {Speed}x")]
    public static partial void DemoReady(ILogger logger, string address, string meetId, int runners, double speed);

    [LoggerMessage(2, LogLevel.Information, "Demo: every reader has sent its last read; meet {MeetId} stays open for a look")]
    public static partial void DemoFinished(ILogger logger, string meetId);

    [LoggerMessage(3, LogLevel.Error, "Demo: stopped by an error; the services go on")]
    public static partial void DemoFailed(ILogger logger, Exception exception);
}
