using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>A runner who may have cut the course, with the evidence. Immutable.</summary>
public sealed record CutSuspicion
{
    /// <summary>From which probability on a referee is told, unless another one is asked for.</summary>
    public const double DefaultThreshold = 0.8;

    /// <summary>The runner in the snapshot.</summary>
    public required int Runner { get; init; }

    /// <summary>That the runner cut, by reads and paces of the field.</summary>
    public required double Probability { get; init; }

    /// <summary>Last visit measured before the stretch that is too fast.</summary>
    public required int FromVisit { get; init; }

    /// <summary>First visit measured after it.</summary>
    public required int ToVisit { get; init; }

    /// <summary>When the runner was at the first one.</summary>
    public required Instant FromTime { get; init; }

    /// <summary>When the runner was at the second one.</summary>
    public required Instant ToTime { get; init; }

    /// <summary>What the stretch would usually have taken, by the runner's fastest legs around it.</summary>
    public required Elapsed Expected { get; init; }

    /// <summary>Metres that seem to be skipped: the most likely, and the ends of the 80 % interval.</summary>
    public required long SkippedM { get; init; }

    /// <summary>Metres, at least.</summary>
    public required long SkippedLowM { get; init; }

    /// <summary>Metres, at most.</summary>
    public required long SkippedHighM { get; init; }

    /// <summary>Share of comparable runners who were as fast against their own other legs.</summary>
    public required double FasterShare { get; init; }

    /// <summary>Comparable runners: of like pace, and measured everywhere on the stretch and beside it.</summary>
    public required int Compared { get; init; }

    /// <summary>Mats on the stretch that did not read the runner.</summary>
    public required IReadOnlyList<MissedMat> MissedMats { get; init; }
}
