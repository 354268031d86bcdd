using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>The latest records of a meet that its races are scored from.</summary>
internal sealed class MeetInputs
{
    public PassingStore Passings { get; } = new();

    /// <summary>What people recorded, by bib.</summary>
    public ManualPassings Manual { get; } = new();

    /// <summary>How each timing point joins reads, by the point's number; missing: the default.</summary>
    public Dictionary<int, PointTiming> PointTimings { get; } = [];

    /// <summary>Guns in microseconds by race and wave.</summary>
    public Dictionary<(string RaceId, string WaveId), long> Guns { get; } = [];

    /// <summary>Declared statuses by race and bib.</summary>
    public Dictionary<(string RaceId, string Bib), ResultStatus> Declarations { get; } = [];

    /// <summary>Decisions that stand.</summary>
    public AdjudicationBook Adjudications { get; } = new();

    /// <summary>Numbers of an entry's chips.</summary>
    public int[] ChipsOf(Entry entry) => entry.Chips.Count switch
    {
        0 => [],
        1 => [Passings.Chip(entry.Chips[0])],
        _ => [.. entry.Chips.Distinct(StringComparer.Ordinal).Select(chip => Passings.Chip(chip))],
    };
}
