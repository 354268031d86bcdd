using Google.Rpc;
using Grpc.Core;

namespace RaceSystem.Client;

/// <summary>
/// A service's refusal or failure, read from the rich status (google.rpc.Status) that every RaceSystem service sends.
/// </summary>
public sealed class RaceSystemException : Exception
{
    /// <summary>Makes an exception.</summary>
    public RaceSystemException(
        Grpc.Core.StatusCode statusCode,
        string reason,
        string message,
        IReadOnlyList<RaceSystemViolation>? violations = null,
        Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        Reason = reason;
        Violations = violations ?? [];
    }

    /// <summary>The gRPC status.</summary>
    public Grpc.Core.StatusCode StatusCode { get; }

    /// <summary>UPPER_SNAKE and stable: branch on it. For example <c>MEET_UNKNOWN</c>; empty when the server gave none.</summary>
    public string Reason { get; }

    /// <summary>The fields concerned, if any.</summary>
    public IReadOnlyList<RaceSystemViolation> Violations { get; }

    /// <summary>Whether the same request may pass a little later: the server is away, or the connection was lost.</summary>
    public bool IsTransient => TransientStatus.Contains(StatusCode);

    /// <summary>Reads the rich status of a failed call.</summary>
    public static RaceSystemException From(RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var status = exception.GetRpcStatus();
        var violations = status?.GetDetail<BadRequest>()?.FieldViolations
            .Select(violation => new RaceSystemViolation(violation.Field, violation.Description))
            .ToList();
        var message = string.IsNullOrEmpty(exception.Status.Detail)
            ? $"The server answered {exception.StatusCode} without a message."
            : exception.Status.Detail;
        return new RaceSystemException(
            exception.StatusCode, status?.GetDetail<ErrorInfo>()?.Reason ?? "", message, violations, exception);
    }
}
