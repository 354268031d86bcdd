using Grpc.Core;
using RaceSystem.Client;

namespace RaceSystem.Racectl.Calls;

/// <summary>
/// Unary calls that outlive a service which is restarted, or which has not followed another service yet. The request must be idempotent.
/// </summary>
internal sealed class PatientCalls(TimeSpan patience, TimeProvider timeProvider)
{
    private const int MaxServerFaults = 5;
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(2);

    /// <summary>Calls until it succeeds.</summary>
    /// <param name="call">One attempt.</param>
    /// <param name="passingReasons">Refusals that pass by themselves, such as MEET_UNKNOWN right after the meet was made.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RaceSystemException">Refused, or away for longer than the patience.</exception>
    public async Task<T> RunAsync<T>(Func<CallOptions, Task<T>> call, IReadOnlyCollection<string> passingReasons, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var delay = TimeSpan.FromMilliseconds(50);
        var serverFaults = 0;
        while (true)
        {
            try
            {
                var deadline = timeProvider.GetUtcNow().UtcDateTime + AttemptTimeout;
                return await call(new CallOptions(deadline: deadline, cancellationToken: cancellationToken)).ConfigureAwait(false);
            }
            catch (RpcException exception)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var failure = RaceSystemException.From(exception);
                var isServerFault = failure.StatusCode is StatusCode.Internal or StatusCode.Unknown && ++serverFaults < MaxServerFaults;
                var passes = failure.IsTransient || isServerFault || passingReasons.Contains(failure.Reason);
                if (!passes || timeProvider.GetElapsedTime(started) > patience)
                {
                    throw failure;
                }
            }

            await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
            delay = delay + delay < MaxDelay ? delay + delay : MaxDelay;
        }
    }

    /// <summary>As above, without refusals that pass.</summary>
    public Task<T> RunAsync<T>(Func<CallOptions, Task<T>> call, CancellationToken cancellationToken) => RunAsync(call, [], cancellationToken);
}
