using System.Globalization;
using RaceSystem.Results.Core.AgeGrading;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Racectl.AgeGrading;

/// <summary>What is graded of a row.</summary>
internal readonly record struct AgeGradeRow(Sex Sex, int Age, decimal DistanceM, decimal TimeS)
{
    /// <summary>Longest time that makes sense, in seconds: 30 days.</summary>
    private const decimal MaxTimeS = 30 * 86_400;

    /// <summary>Reads a row; null when something is wrong, which is added to the problems.</summary>
    public static AgeGradeRow? Parse(string sex, string age, string distanceM, string timeS, int line, AgeGradeTables tables, List<Problem> problems)
    {
        var known = problems.Count;
        var row = new AgeGradeRow(SexOf(sex.Trim()), AgeOf(age), NumberOf(distanceM), NumberOf(timeS));
        if (row.Sex == Sex.Unknown)
        {
            problems.Add(new Problem(line, "sex", $"'{sex}' must be M or F: there are tables of men and of women alone."));
        }

        if (row.Age < tables.MinAge || row.Age > tables.MaxAge)
        {
            problems.Add(new Problem(line, "age", $"'{age}' must be whole years from {tables.MinAge} to {tables.MaxAge}."));
        }

        // A course is measured in whole metres, a mile is 1,609.344 m.
        if (row.DistanceM < Math.Floor(tables.MinMetres) || row.DistanceM > tables.MaxMetres)
        {
            problems.Add(new Problem(line, "distance_m", string.Create(CultureInfo.InvariantCulture, $"'{distanceM}' must be metres from {Math.Floor(tables.MinMetres)} to {tables.MaxMetres}, which the tables of {tables.Year} hold.")));
        }

        if (row.TimeS <= 0 || row.TimeS > MaxTimeS)
        {
            problems.Add(new Problem(line, "time_s", $"'{timeS}' must be seconds, more than 0, with a point before decimals."));
        }

        return problems.Count == known ? row : null;
    }

    /// <summary>The grade; null: nobody runs so fast.</summary>
    public AgeGrade? GradeBy(AgeGradeTables tables) => tables.StandardOf(Sex, Age, DistanceM)?.GradeOf(TimeS);

    private static Sex SexOf(string text) => text.ToUpperInvariant() switch
    {
        "M" or "MALE" or "MEN" => Sex.Male,
        "F" or "W" or "FEMALE" or "WOMEN" => Sex.Female,
        _ => Sex.Unknown,
    };

    private static int AgeOf(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var age) ? age : 0;

    private static decimal NumberOf(string text) => decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
