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

    /// <summary>Finished, and over no limit.</summary>
    Finished,

    /// <summary>Declared: did not start.</summary>
    Dns,

    /// <summary>Declared: did not finish. Keeps the places at the splits that were passed.</summary>
    Dnf,

    /// <summary>Declared: disqualified.</summary>
    Dsq,

    /// <summary>Finished after the time limit, crossed a mat after its gate had closed, or did not come to a gate that closed. Keeps the places at the splits.</summary>
    OverTimeLimit,

    /// <summary>Declared: no place by a decision.</summary>
    NotClassified,
}
