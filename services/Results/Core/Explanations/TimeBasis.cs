namespace RaceSystem.Results.Core.Explanations;

/// <summary>What a runner's time counts from.</summary>
public enum TimeBasis : byte
{
    /// <summary>The gun.</summary>
    Gun,

    /// <summary>The crossing of the start line.</summary>
    StartLine,
}
