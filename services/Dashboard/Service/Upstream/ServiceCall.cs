using Grpc.Core;
using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Upstream;

/// <summary>
/// One question to another service, with a deadline, and its failure in terms a page can show: not there, or away.
/// </summary>
public static class ServiceCall
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    /// <summary>Asks and waits at most five seconds.</summary>
    /// <exception cref="RefusalException">The service does not know it, or is away.</exception>
    public static async Task<T> AskAsync<T>(string service, Func<CallOptions, AsyncUnaryCall<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            using var call = ask(new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Deadline, cancellationToken: cancellationToken));
            return await call.ResponseAsync;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && Explains(failure, service) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>The failure of a call to a service as a refusal; null when it is none.</summary>
    public static RefusalException? Explains(Exception failure, string service) => failure switch
    {
        RefusalException refusal => refusal,
        RpcException { StatusCode: StatusCode.NotFound or StatusCode.InvalidArgument } unknown => RefusalException.NotFound("UNKNOWN", unknown.Status.Detail),
        RpcException { StatusCode: StatusCode.FailedPrecondition } outdated => new RefusalException(RefusalKind.FailedPrecondition, "OUTDATED", outdated.Status.Detail),
        RpcException or HttpRequestException or IOException or TimeoutException => Away(service),
        _ => null,
    };

    /// <summary>The service does not answer.</summary>
    public static RefusalException Away(string service) => new(
        RefusalKind.Unavailable,
        "OWNER_UNAVAILABLE",
        $"The {service} service does not answer at the moment. Nothing is lost: this page works again as soon as the service is back.");
}
