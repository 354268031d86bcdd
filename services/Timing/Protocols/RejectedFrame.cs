namespace RaceSystem.Timing.Protocols;

/// <summary>A frame or line that could not be understood.</summary>
/// <param name="Reason">What is wrong, for a person.</param>
/// <param name="Bytes">The frame, cut to <see cref="MaxBytes"/>.</param>
public sealed record RejectedFrame(string Reason, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Bytes of a frame that are kept.</summary>
    public const int MaxBytes = 512;

    /// <summary>Cuts the frame and copies it, so that a longer one can be forgotten.</summary>
    public static RejectedFrame Of(string reason, ReadOnlyMemory<byte> frame) => new(reason, frame[..Math.Min(frame.Length, MaxBytes)].ToArray());
}
