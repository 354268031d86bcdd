using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Platform.Storage;
using RpcStatus = Google.Rpc.Status;

namespace RaceSystem.Platform.Grpc;

/// <summary>Makes the status of an exception: google.rpc.Status with ErrorInfo, and BadRequest where fields are wrong.</summary>
public static class ErrorMapper
{
    /// <summary>Domain of every ErrorInfo of this system.</summary>
    public const string Domain = "racesystem";

    /// <summary>Reason of an error that nobody foresaw; the log holds what happened.</summary>
    public const string InternalReason = "INTERNAL";

    /// <summary>The status of a refusal, as it goes over the wire.</summary>
    public static RpcException ToRpcException(RefusalException refusal)
    {
        var status = StatusOf(CodeOf(refusal.Kind), refusal.Reason, refusal.Message);
        if (refusal.Violations.Count > 0)
        {
            var request = new BadRequest();
            request.FieldViolations.AddRange(refusal.Violations.Select(violation =>
                new BadRequest.Types.FieldViolation { Field = violation.Field, Description = violation.Description }));
            status.Details.Add(Any.Pack(request));
        }

        return status.ToRpcException();
    }

    internal static RpcException Map(Exception error, ServerCallContext context, ILogger log)
    {
        if (error is RefusalException refusal)
        {
            return ToRpcException(refusal);
        }

        if (context.CancellationToken.IsCancellationRequested)
        {
            // The caller is gone or its deadline is over: nobody reads this, and it is no fault.
            return new RpcException(new global::Grpc.Core.Status(StatusCode.Cancelled, "The call was cancelled."));
        }

        if (StorageErrors.IsAway(error))
        {
            log.StorageAway(context.Method, error);
            return StatusOf(Code.Unavailable, StorageReadiness.AwayReason, "The database is away or busy; try again.").ToRpcException();
        }

        log.CallFailed(context.Method, error);
        return StatusOf(Code.Internal, InternalReason, "Something failed inside the service; its log says what.").ToRpcException();
    }

    private static RpcStatus StatusOf(Code code, string reason, string message) => new()
    {
        Code = (int)code,
        Message = message,
        Details = { Any.Pack(new ErrorInfo { Reason = reason, Domain = Domain }) },
    };

    private static Code CodeOf(RefusalKind kind) => kind switch
    {
        RefusalKind.InvalidArgument => Code.InvalidArgument,
        RefusalKind.NotFound => Code.NotFound,
        RefusalKind.AlreadyExists => Code.AlreadyExists,
        RefusalKind.FailedPrecondition => Code.FailedPrecondition,
        RefusalKind.ResourceExhausted => Code.ResourceExhausted,
        RefusalKind.Unavailable => Code.Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind has a code."),
    };
}
