using Google.Rpc;
using Grpc.Core;

namespace RaceSystem.Timing.Tests.Service;

/// <summary>Asserts refusals as a client sees them.</summary>
internal static class Refused
{
    internal static async Task<RpcException> WithAsync(StatusCode code, string reason, Func<Task> act)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(act);
        Assert.True(code == exception.StatusCode, $"{code} expected: {exception}");
        Assert.Equal(reason, exception.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        return exception;
    }
}
