using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Publishing.Tables;

/// <summary>The words that result files use.</summary>
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

    /// <summary>A place or an age; empty: none.</summary>
    public static string Positive(int number) => number > 0 ? number.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>Seconds, with a decimal only where the race shows one; empty: none.</summary>
    public static string Seconds(Elapsed? time) => time is { } shown ? SecondsOf(shown).ToString("0.#", CultureInfo.InvariantCulture) : "";

    /// <summary>A shown time in seconds.</summary>
    public static decimal SecondsOf(Elapsed shown) => shown.Micros / (decimal)Instant.MicrosPerSecond;
}
