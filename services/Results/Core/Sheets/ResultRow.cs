using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.AgeGrading;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Sheets;

/// <summary>One runner of a result sheet. Times are rounded as they are shown; immutable.</summary>
public sealed record ResultRow
{
    /// <summary>Number in the snapshot, by which lists of the sheet name the runner; -1: none.</summary>
    public int Runner { get; init; } = -1;

    /// <summary>Who: bib, name, sex, age, country, club, team, attributes, visibility.</summary>
    public required Entry Entry { get; init; }

    /// <summary>The runner's division; empty: none.</summary>
    public string DivisionId { get; init; } = "";

    /// <summary>Where the runner stands.</summary>
    public ResultStatus Status { get; init; }

    /// <summary>At the finish; zeros: none.</summary>
    public Places Places { get; init; }

    /// <summary>What ranks, with penalties and adjustments; null: none.</summary>
    public Elapsed? OfficialTime { get; init; }

    /// <summary>From the gun, with penalties and adjustments; null: not measured, or disqualified.</summary>
    public Elapsed? GunTime { get; init; }

    /// <summary>From the start line, with penalties and adjustments; null: not measured, or disqualified.</summary>
    public Elapsed? NetTime { get; init; }

    /// <summary>Decisions that stand and concern the runner. Who decided and why is for the organiser, not for publication.</summary>
    public IReadOnlyList<Adjudication> Adjudications { get; init; } = [];

    /// <summary>By age and sex; null: the race asks for none, or the tables do not hold sex, age or distance.</summary>
    public AgeGrade? AgeGrade { get; init; }

    /// <summary>Of the World Athletics scoring tables; null: the race asks for none, or they do not hold event or sex.</summary>
    public int? Points { get; init; }

    /// <summary>The gun that the runner's time counts from; null: not fired.</summary>
    public Instant? Gun { get; init; }

    /// <summary>Crossing of the start line; null: not measured.</summary>
    public Instant? Start { get; init; }

    /// <summary>Records that the result broke or equalled.</summary>
    public IReadOnlyList<RecordNote> Records { get; init; } = [];

    /// <summary>Every visit of the course, measured or not, in its order.</summary>
    public IReadOnlyList<ResultSplit> Splits { get; init; } = [];
}
