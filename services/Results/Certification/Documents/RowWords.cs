using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>The words of signed rows and awards.</summary>
internal static class RowWords
{
    public static string Of(Sex sex) => sex switch
    {
        Sex.Male => "MALE",
        Sex.Female => "FEMALE",
        Sex.NonBinary => "NON_BINARY",
        _ => "",
    };

    public static string Of(ResultStatus status) => status switch
    {
        ResultStatus.OnCourse => "ON_COURSE",
        ResultStatus.Finished => "FINISHED",
        ResultStatus.Dns => "DNS",
        ResultStatus.Dnf => "DNF",
        ResultStatus.Dsq => "DSQ",
        ResultStatus.OverTimeLimit => "OVER_TIME_LIMIT",
        ResultStatus.NotClassified => "NOT_CLASSIFIED",
        _ => "REGISTERED",
    };
}
