using System.Security.Cryptography;

namespace RaceSystem.Timing.EdgeAgent.Lanes;

/// <summary>
/// Draws epochs: the time in the upper bits for people who read them, chance in the lower ones, because a small computer
/// without a battery starts at the same wrong time again and again, and Timing takes an epoch that it knows for a
/// continuation.
/// </summary>
internal sealed class Epochs(TimeProvider time)
{
    private const int RandomBits = 20;

    internal long Next()
    {
        var millis = Math.Clamp(time.GetUtcNow().ToUnixTimeMilliseconds(), 1, (1L << 42) - 1);
        return (millis << RandomBits) | (long)RandomNumberGenerator.GetInt32(1 << RandomBits);
    }
}
