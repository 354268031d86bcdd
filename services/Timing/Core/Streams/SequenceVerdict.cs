namespace RaceSystem.Timing.Core.Streams;

/// <summary>What a batch's sequence means in its stream.</summary>
public enum SequenceVerdict
{
    /// <summary>The next one: take it.</summary>
    Next,

    /// <summary>Already taken: acknowledge it and change nothing.</summary>
    Duplicate,

    /// <summary>Something before it is missing: refuse it.</summary>
    Gap,
}
