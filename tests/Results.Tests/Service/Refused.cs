using Grpc.Core;
using Google.Rpc;

namespace RaceSystem.Results.Tests.Service;

/// <summary>A call that must be refused.</summary>
internal static class Refused
{
    /// <summary>The reason and the fields of the refusal.</summary>
    public static async Task<(StatusCode Code, string Reason, string[] Fields)> ByAsync(Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        var status = error.GetRpcStatus();
        Assert.NotNull(status);
        return (error.StatusCode, status.GetDetail<ErrorInfo>()?.Reason ?? "", [.. status.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? []]);
    }
}
