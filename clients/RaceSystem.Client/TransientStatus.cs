using Grpc.Core;

namespace RaceSystem.Client;

/// <summary>Statuses that say nothing about the request itself.</summary>
internal static class TransientStatus
{
    public static bool Contains(StatusCode status) =>
        status is StatusCode.Unavailable or StatusCode.Cancelled or StatusCode.Aborted or StatusCode.DeadlineExceeded;
}
