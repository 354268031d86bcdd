namespace RaceSystem.Racectl.Replay;

/// <summary>Random numbers that belong to a read instead of a sequence: any order of asking gives the same ones.</summary>
internal static class ReadHash
{
    /// <summary>The finalizer of SplitMix64 over the parts.</summary>
    public static ulong Of(int seed, int device, int row, int number, int purpose)
    {
        unchecked
        {
            var hash = Mix((ulong)(uint)seed ^ 0x9E3779B97F4A7C15UL);
            hash = Mix(hash ^ (((ulong)(uint)device << 32) | (uint)row));
            return Mix(hash ^ (((ulong)(uint)number << 32) | (uint)purpose));
        }
    }

    /// <summary>From 0 to below 1.</summary>
    public static double Fraction(ulong hash) => (hash >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
