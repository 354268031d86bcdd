namespace RaceSystem.Results.Core.Scoring;

/// <summary>Where a runner stands. The declared ones win over what was measured.</summary>
public enum ResultStatus : byte
{
    /// <summary>No declaration; never the status of a runner.</summary>
    None,

    /// <summary>Nothing was measured yet.</summary>
    Registered,

    /// <summary>Measured, but not at the finish.</summary>
    OnCourse,

    /// <summary>Finished inside the limit.</summary>
    Finished,

    /// <summary>Declared: did not start.</summary>
    Dns,

    /// <summary>Declared: did not finish. Keeps the places at the splits that were passed.</summary>
    Dnf,

    /// <summary>Declared: disqualified.</summary>
    Dsq,

    /// <summary>Finished after the race's limit. Keeps the places at the splits.</summary>
    OverTimeLimit,

    /// <summary>Declared: no place by a decision.</summary>
    NotClassified,
}
