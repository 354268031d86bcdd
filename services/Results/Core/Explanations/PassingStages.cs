using RaceSystem.Results.Core.Alignment;
using RaceSystem.Results.Core.Manual;

namespace RaceSystem.Results.Core.Explanations;

/// <summary>What was left of a runner's passings after each step of scoring, packed, and what came out of it.</summary>
internal sealed class PassingStages
{
    /// <summary>The course.</summary>
    public required CourseMap Course { get; init; }

    /// <summary>What the chips left on the course, within the limit.</summary>
    public required long[] Gathered { get; init; }

    /// <summary>Without what several chips left of one crossing.</summary>
    public required long[] Merged { get; init; }

    /// <summary>With the manual times that count: what the course was aligned to.</summary>
    public required long[] Aligned { get; init; }

    /// <summary>The manual times of the bib by point; null: none.</summary>
    public IReadOnlyDictionary<int, ManualTime[]>? Manual { get; init; }

    /// <summary>Crossings of the visits.</summary>
    public required long[] Crossings { get; init; }

    /// <summary>The runner's gun.</summary>
    public long Gun { get; init; }
}
