using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Standings;

/// <summary>The words that result files use too.</summary>
internal static class ResultWords
{
    public static string Of(ResultStatus status) => status switch
    {
        ResultStatus.Registered => "REG",
        ResultStatus.OnCourse => "RUN",
        ResultStatus.Finished => "FIN",
        ResultStatus.Dns => "DNS",
        ResultStatus.Dnf => "DNF",
        ResultStatus.Dsq => "DSQ",
        ResultStatus.OverTimeLimit => "OTL",
        ResultStatus.NotClassified => "NC",
        _ => "",
    };

    public static string Of(Sex sex) => sex switch
    {
        Sex.Male => "M",
        Sex.Female => "F",
        Sex.NonBinary => "X",
        _ => "",
    };
}
