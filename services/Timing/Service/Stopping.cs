using RaceSystem.Kernel;

namespace RaceSystem.Timing.Service;

/// <summary>What streams are told when the host stops: nothing is lost, connect again.</summary>
internal static class Stopping
{
    internal static RefusalException Refusal() =>
        new(RefusalKind.Unavailable, "SERVICE_STOPPING", "Timing is shutting down: connect again in a moment.");
}
