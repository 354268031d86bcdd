namespace RaceSystem.Timing.Core.Clocks;

/// <summary>The middle value.</summary>
internal static class Medians
{
    /// <summary>The median; the mean of the two middle ones for an even number. Puts the values in order.</summary>
    internal static double Of(Span<double> values)
    {
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
