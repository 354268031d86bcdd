using Google.Rpc;
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
    public static Task<T> AskAsync<T>(string service, Func<CallOptions, AsyncUnaryCall<T>> ask, CancellationToken cancellationToken) =>
        AskAsync(service, Deadline, ask, cancellationToken);

    /// <summary>Asks what may take longer.</summary>
    /// <exception cref="RefusalException">The service does not know it, or is away.</exception>
    public static async Task<T> AskAsync<T>(string service, TimeSpan deadline, Func<CallOptions, AsyncUnaryCall<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            using var call = ask(new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + deadline, cancellationToken: cancellationToken));
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
        RpcException { StatusCode: StatusCode.NotFound or StatusCode.InvalidArgument } unknown => Refusal(RefusalKind.NotFound, unknown),
        RpcException { StatusCode: StatusCode.FailedPrecondition } outdated => Refusal(RefusalKind.FailedPrecondition, outdated),
        RpcException { StatusCode: StatusCode.AlreadyExists } taken => Refusal(RefusalKind.AlreadyExists, taken),
        RpcException { StatusCode: StatusCode.ResourceExhausted } busy => Refusal(RefusalKind.ResourceExhausted, busy),
        RpcException or HttpRequestException or IOException or TimeoutException => Away(service),
        _ => null,
    };

    /// <summary>The service does not answer.</summary>
    public static RefusalException Away(string service) => new(
        RefusalKind.Unavailable,
        "OWNER_UNAVAILABLE",
        $"The {service} service does not answer at the moment. Nothing is lost: this page works again as soon as the service is back.");

    private static RefusalException Refusal(RefusalKind kind, RpcException failure)
    {
        var violations = failure.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations ?? [];
        return new RefusalException(
            kind,
            failure.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "REFUSED",
            failure.Status.Detail,
            [.. violations.Select(violation => new FieldViolation(violation.Field, violation.Description))]);
    }
}
