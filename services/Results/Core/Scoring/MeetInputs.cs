using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>The latest records of a meet that its races are scored from.</summary>
internal sealed class MeetInputs
{
    public PassingStore Passings { get; private init; } = new();

    /// <summary>What people recorded, by bib.</summary>
    public ManualPassings Manual { get; private init; } = new();

    /// <summary>How each timing point joins reads, by the point's number; missing: the default.</summary>
    public Dictionary<int, PointTiming> PointTimings { get; private init; } = [];

    /// <summary>Guns in microseconds by race and wave.</summary>
    public Dictionary<(string RaceId, string WaveId), long> Guns { get; private init; } = [];

    /// <summary>Declared statuses by race and bib.</summary>
    public Dictionary<(string RaceId, string Bib), ResultStatus> Declarations { get; private init; } = [];

    /// <summary>Decisions that stand.</summary>
    public AdjudicationBook Adjudications { get; private init; } = new();

    /// <summary>The same records, in tables of their own; chips and points keep their numbers.</summary>
    public MeetInputs Copy() => new()
    {
        Passings = Passings.Copy(),
        Manual = Manual.Fork(),
        PointTimings = new(PointTimings),
        Guns = new(Guns),
        Declarations = new(Declarations),
        Adjudications = Adjudications.Copy(),
    };

    /// <summary>What race control said of a runner in the race, or in the one that the runner was moved from.</summary>
    public ResultStatus DeclaredOf(Entry entry) =>
        Declarations.TryGetValue((entry.RaceId, entry.Bib), out var declared) || (entry.MovedFromRaceId.Length > 0 && Declarations.TryGetValue((entry.MovedFromRaceId, entry.Bib), out declared))
            ? declared
            : ResultStatus.None;

    /// <summary>Numbers of an entry's chips.</summary>
    public int[] ChipsOf(Entry entry) => entry.Chips.Count switch
    {
        0 => [],
        1 => [Passings.Chip(entry.Chips[0])],
        _ => [.. entry.Chips.Distinct(StringComparer.Ordinal).Select(chip => Passings.Chip(chip))],
    };
}
