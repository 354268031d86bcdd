using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.AgeGrading;

/// <summary>The WMA/USATF road tables of a year, which grade times by age and sex. Immutable, shared by all.</summary>
public sealed class AgeGradeTables
{
    private static readonly AgeGradeTables[] Known =
    [
        new(2015, RoadFactors2015.Men, RoadFactors2015.Women),
        new(2020, RoadFactors2020.Men, RoadFactors2020.Women),
        new(2025, RoadFactors2025.Men, RoadFactors2025.Women),
    ];

    private readonly RoadTable _men;
    private readonly RoadTable _women;

    private AgeGradeTables(int year, string men, string women)
    {
        Year = year;
        _men = new RoadTable(men);
        _women = new RoadTable(women);
    }

    /// <summary>Years of the tables there are.</summary>
    public static IReadOnlyList<int> Years { get; } = [.. Known.Select(tables => tables.Year)];

    /// <summary>Year of their approval.</summary>
    public int Year { get; }

    /// <summary>Youngest age graded.</summary>
    public int MinAge => _men.MinAge;

    /// <summary>Oldest age graded.</summary>
    public int MaxAge => _men.MaxAge;

    /// <summary>Shortest distance graded.</summary>
    public decimal MinMetres => _men.MinMetres;

    /// <summary>Longest distance graded.</summary>
    public decimal MaxMetres => _men.MaxMetres;

    /// <summary>The tables of a year; null: there are none.</summary>
    public static AgeGradeTables? Find(int year) => Array.Find(Known, tables => tables.Year == year);

    /// <summary>What is expected; null: the tables do not hold the sex, the age or the distance.</summary>
    public AgeStandard? StandardOf(Sex sex, int age, decimal metres) => sex switch
    {
        Sex.Male => _men.Find(age, metres),
        Sex.Female => _women.Find(age, metres),
        _ => null,
    };

    /// <summary>Grades an exact time; null: the tables do not hold the sex, the age or the distance, or the time is none.</summary>
    public AgeGrade? GradeOf(Sex sex, int age, decimal metres, Elapsed time) =>
        time > Elapsed.Zero ? StandardOf(sex, age, metres)?.GradeOf(time.Micros / 1_000_000m) : null;
}
