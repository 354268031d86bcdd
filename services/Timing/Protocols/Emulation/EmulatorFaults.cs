namespace RaceSystem.Timing.Protocols.Emulation;

/// <summary>How badly an emulated decoder and its line behave.</summary>
/// <param name="Jitter">A frame is late by a random time up to this; frames keep their order.</param>
/// <param name="DisconnectShare">Share of the frames after which the connection breaks, 0 to 1.</param>
/// <param name="SlowAck">The decoder takes up to this long to look at an answer.</param>
/// <param name="MalformedShare">Share of the frames before which a broken one comes.</param>
/// <param name="RepeatShare">Share of the frames that come twice.</param>
public sealed record EmulatorFaults(TimeSpan Jitter, double DisconnectShare, TimeSpan SlowAck, double MalformedShare, double RepeatShare)
{
    /// <summary>A decoder as one wishes it.</summary>
    public static readonly EmulatorFaults None = new(TimeSpan.Zero, 0, TimeSpan.Zero, 0, 0);
}
