using RaceSystem.Registration.V1;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Records;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Standings;

/// <summary>The words of result files for what services answer.</summary>
internal static class ResultWords
{
    public static string Of(ResultStatus status) => SheetWords.Of(StatusReading.Of(status));

    public static string Of(Sex sex) => SheetWords.Of(SexReading.Of(sex));
}
