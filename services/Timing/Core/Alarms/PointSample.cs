using RaceSystem.Timing.Core.Progress;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>What is known of a timing point at a moment.</summary>
/// <param name="PointId">Unique in the meet.</param>
/// <param name="Name">For people.</param>
public sealed record PointSample(string PointId, string Name)
{
    /// <summary>Distinct reads.</summary>
    public long ReadCount { get; init; }

    /// <summary>Passings of all chips.</summary>
    public long PassingCount { get; init; }

    /// <summary>
    /// Runners counted once a visit, at a start only those after their gun: people wait beside a start mat. Chips where no
    /// course visits the point.
    /// </summary>
    public long CrossingCount { get; init; }

    /// <summary>Runners seen at visits that are no start.</summary>
    public long ArrivedCount { get; init; }

    /// <summary>Runners not seen at such visits though they were seen later, or are long due.</summary>
    public long MissedCount { get; init; }

    /// <summary>Chips read here.</summary>
    public int ChipCount { get; init; }

    /// <summary>Those that belong to no entry.</summary>
    public int UnknownChipCount { get; init; }

    /// <summary>Changes with every recorded gun, which changes who has started.</summary>
    public int GunVersion { get; init; }

    /// <summary>Latest corrected read time; 0 before the first.</summary>
    public long LastReadMicros { get; init; }

    /// <summary>Runners who are due, of all visits.</summary>
    public DueCounts Due { get; init; }
}
