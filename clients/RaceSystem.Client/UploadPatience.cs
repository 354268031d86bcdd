using Grpc.Core;

namespace RaceSystem.Client;

/// <summary>Decides after a lost connection: how long to wait, or that waiting is of no use.</summary>
internal sealed class UploadPatience(ReadUploaderOptions options)
{
    private readonly RetryDelay _delay = new(options.MinRetryDelay, options.MaxRetryDelay);
    private long _durable = -1;
    private long _since;
    private int _serverFaults;

    /// <summary>The wait before the next attempt.</summary>
    /// <exception cref="RaceSystemException">The failure is permanent, or it lasted too long.</exception>
    public TimeSpan NextDelay(RaceSystemException failure, long durable)
    {
        if (durable != _durable)
        {
            _durable = durable;
            _since = options.TimeProvider.GetTimestamp();
            _serverFaults = 0;
            _delay.Reset();
        }

        var isServerFault = failure.StatusCode is StatusCode.Internal or StatusCode.Unknown
            || (failure.StatusCode == StatusCode.ResourceExhausted && failure.Reason.Length == 0);
        var isPatient = isServerFault ? ++_serverFaults < options.MaxServerFaults : failure.IsTransient;
        if (!isPatient || options.TimeProvider.GetElapsedTime(_since) > options.GiveUpAfter)
        {
            throw failure;
        }

        return _delay.Next();
    }
}
