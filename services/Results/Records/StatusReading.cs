using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Records;

/// <summary>Where a runner stands, of the contract, as scoring knows it.</summary>
public static class StatusReading
{
    public static ResultStatus Of(V1.ResultStatus status) => status switch
    {
        V1.ResultStatus.Registered => ResultStatus.Registered,
        V1.ResultStatus.OnCourse => ResultStatus.OnCourse,
        V1.ResultStatus.Finished => ResultStatus.Finished,
        V1.ResultStatus.OverTimeLimit => ResultStatus.OverTimeLimit,
        _ => DeclaredOf(status),
    };

    /// <summary>What race control may declare; everything else takes a declaration back.</summary>
    public static ResultStatus DeclaredOf(V1.ResultStatus status) => status switch
    {
        V1.ResultStatus.Dns => ResultStatus.Dns,
        V1.ResultStatus.Dnf => ResultStatus.Dnf,
        V1.ResultStatus.Dsq => ResultStatus.Dsq,
        V1.ResultStatus.NotClassified => ResultStatus.NotClassified,
        _ => ResultStatus.None,
    };
}
