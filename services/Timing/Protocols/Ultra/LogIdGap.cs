namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>Records of a log that did not come.</summary>
/// <param name="From">First.</param>
/// <param name="To">Last.</param>
/// <param name="Requests">How often they were asked for.</param>
internal readonly record struct LogIdGap(long From, long To, int Requests);
