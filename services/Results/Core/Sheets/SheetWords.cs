using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Sheets;

/// <summary>The words that result files and racectl have for a row's values.</summary>
public static class SheetWords
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
