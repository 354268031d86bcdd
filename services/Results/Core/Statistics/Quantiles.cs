using System.Runtime.InteropServices;

namespace RaceSystem.Results.Core.Statistics;

/// <summary>Quantiles of values in ascending order.</summary>
internal static class Quantiles
{
    /// <summary>The middle value; of two the upper one. There is at least one.</summary>
    public static T Median<T>(ReadOnlySpan<T> ascending) => ascending[ascending.Length / 2];

    /// <summary>The same of values in any order, which are sorted.</summary>
    public static T MedianOf<T>(List<T> values)
    {
        values.Sort();
        return Median<T>(CollectionsMarshal.AsSpan(values));
    }

    /// <summary>The value that a share of them is below.</summary>
    /// <param name="ascending">At least one.</param>
    /// <param name="share">0 to less than 1.</param>
    public static T Lower<T>(ReadOnlySpan<T> ascending, double share) => ascending[(int)(ascending.Length * share)];

    /// <summary>The value that a share of them is above.</summary>
    /// <param name="ascending">At least one.</param>
    /// <param name="share">0 to less than 1.</param>
    public static T Upper<T>(ReadOnlySpan<T> ascending, double share) => ascending[^((int)(ascending.Length * share) + 1)];
}
