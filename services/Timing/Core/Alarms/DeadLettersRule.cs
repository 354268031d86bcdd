using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>Twenty or more frames of a device could not be understood within a minute.</summary>
internal sealed class DeadLettersRule
{
    private const int Least = 20;
    private static readonly Elapsed Window = Elapsed.FromSeconds(60);

    private readonly Queue<(Instant At, long Frames)> _samples = new();

    internal string? Judge(DeviceSample device, Instant now)
    {
        while (_samples.TryPeek(out var oldest) && (now - oldest.At > Window || oldest.Frames > device.RejectedFrames))
        {
            _samples.Dequeue(); // too old, or the agent began to count anew
        }

        _samples.Enqueue((now, device.RejectedFrames));
        var frames = device.RejectedFrames - _samples.Peek().Frames;
        return frames >= Least ? $"{frames} frames of {device.Name} could not be understood within a minute." : null;
    }
}
