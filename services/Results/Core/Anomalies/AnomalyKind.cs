namespace RaceSystem.Results.Core.Anomalies;

/// <summary>What does not add up. The names, in lower case with dashes, begin the anomaly's id.</summary>
public enum AnomalyKind : byte
{
    /// <summary>Runners started or were read, but no gun is recorded for their wave.</summary>
    MissingGun,

    /// <summary>A chip was read that nobody wears.</summary>
    UnknownChip,

    /// <summary>A time was written down for a bib that nobody wears.</summary>
    UnknownBib,

    /// <summary>Two runners have the same bib.</summary>
    SharedBib,

    /// <summary>Two runners are registered with the same chip.</summary>
    SharedChip,

    /// <summary>Two runners' chips were at every mat at the same moment: one person may carry both.</summary>
    ChipsTogether,

    /// <summary>The chips of one runner tell different races.</summary>
    ChipsDisagree,

    /// <summary>Two runners seem to have worn each other's bib.</summary>
    SwappedBibs,

    /// <summary>The passings tell of another race of the meet than the one entered.</summary>
    WrongRace,

    /// <summary>The runner started with another wave.</summary>
    AnotherWave,

    /// <summary>The runner started before the gun.</summary>
    EarlyStart,

    /// <summary>The runner started much later than everybody else of the wave.</summary>
    LateStart,

    /// <summary>The runner finished, but the start was not measured.</summary>
    FinishWithoutStart,

    /// <summary>A leg that nobody, or not this runner, covers in the time; or a passing that fits nowhere.</summary>
    ImpossibleLeg,

    /// <summary>The declared status and the passings contradict each other.</summary>
    StatusContradictsReads,

    /// <summary>An entry that was withdrawn was read on the course.</summary>
    WithdrawnButRead,

    /// <summary>The sex of a runner who is ranked is not known.</summary>
    MissingSex,

    /// <summary>The age of a runner who is ranked is not known and decides the division.</summary>
    MissingAge,

    /// <summary>The country of a runner is not known, but that of most is.</summary>
    MissingCountry,

    /// <summary>The runner may have cut the course, by the field's own reads and paces.</summary>
    CutSuspected,
}
