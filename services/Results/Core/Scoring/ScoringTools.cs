using RaceSystem.Results.Core.Alignment;
using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Ranking;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>Buffers that all races of a meet share, so that scoring allocates nothing.</summary>
internal sealed class ScoringTools
{
    public PassingBuffer Buffer { get; } = new();

    public CourseAligner Aligner { get; } = new();

    public TimeSort Sort { get; } = new();

    public PlaceCounter Counter { get; } = new();
}
