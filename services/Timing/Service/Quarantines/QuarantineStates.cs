using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Quarantines;

/// <summary>The states of a quarantine as stored.</summary>
internal static class QuarantineStates
{
    internal const string Open = "Open";
    internal const string Released = "Released";
    internal const string Discarded = "Discarded";

    internal static QuarantineState MessageOf(string state) => state switch
    {
        Open => QuarantineState.Open,
        Released => QuarantineState.Released,
        _ => QuarantineState.Discarded,
    };
}
