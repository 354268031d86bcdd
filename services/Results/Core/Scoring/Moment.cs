namespace RaceSystem.Results.Core.Scoring;

/// <summary>Microseconds in the hot arrays, where <see cref="None"/> stands for "not measured".</summary>
internal static class Moment
{
    public const long None = long.MinValue;
}
