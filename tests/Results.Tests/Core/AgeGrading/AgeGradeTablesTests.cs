using System.Globalization;
using System.IO.Compression;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.AgeGrading;
using RaceSystem.Results.Core.Races;
using RaceSystem.Testing.Races;

namespace RaceSystem.Results.Tests.Core.AgeGrading;

public sealed class AgeGradeTablesTests
{
    private const decimal Marathon = 42_195;

    /// <summary>A published time is the exact one rounded up: one of the second before it must give the published grade.</summary>
    [Fact]
    public void All_51_275_published_grades_have_an_exact_time_that_gives_them()
    {
        var tables = AgeGradeTables.Find(2015)!;
        using var file = new StreamReader(new GZipStream(File.OpenRead(RaceData.Require("agegrade", "vectors_nyc2016_shared.csv.gz")), CompressionMode.Decompress));
        Assert.StartsWith("sex,age,displayed_time_s,age_grade_pct", file.ReadLine(), StringComparison.Ordinal);
        var rows = 0;
        while (file.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            var standard = tables.StandardOf(fields[0] == "M" ? Sex.Male : Sex.Female, int.Parse(fields[1], CultureInfo.InvariantCulture), Marathon);
            var expected = (int)(decimal.Parse(fields[3], CultureInfo.InvariantCulture) * 100);
            var displayed = decimal.Parse(fields[2], CultureInfo.InvariantCulture);

            // The slowest time with a grade not under the published one, to a microsecond: if it is shown so, or a slower one.
            var slowest = Math.Floor(standard!.Value.OpenSeconds * 10_000m / (standard.Value.Factor * (expected - 0.5m)) * 1_000_000m) / 1_000_000m;
            var exact = Math.Min(slowest, displayed);
            Assert.True(exact > displayed - 1 && standard.Value.GradeOf(exact) == new AgeGrade(expected), $"{line}: {exact} gives {standard.Value.GradeOf(exact)}");
            rows++;
        }

        Assert.Equal(51_275, rows);
    }

    [Fact]
    public void The_tables_are_those_that_were_published()
    {
        foreach (var year in AgeGradeTables.Years)
        {
            foreach (var (sex, letter) in new[] { (Sex.Male, 'M'), (Sex.Female, 'F') })
            {
                var lines = File.ReadAllLines(RaceData.Require("agegrade", $"road_factors_{year}_{letter}.csv")).Select(line => line.Split(',')).ToArray();
                for (var column = 1; column < lines[0].Length; column++)
                {
                    if (!decimal.TryParse(lines[1][column], CultureInfo.InvariantCulture, out var km))
                    {
                        continue;
                    }

                    foreach (var line in lines.Skip(3))
                    {
                        var expected = new AgeStandard(decimal.Parse(lines[2][column], CultureInfo.InvariantCulture), decimal.Parse(line[column], CultureInfo.InvariantCulture));
                        Assert.Equal(expected, AgeGradeTables.Find(year)!.StandardOf(sex, int.Parse(line[0], CultureInfo.InvariantCulture), km * 1_000));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(21_097, 21_097.5)]
    [InlineData(21_098, 21_097.5)]
    [InlineData(42_196, 42_195)]
    [InlineData(42_194.5, 42_195)]
    [InlineData(1_609, 1_609.344)]
    [InlineData(8_047, 8_046.72)]
    [InlineData(80_467, 80_467.2)]
    public void A_distance_within_a_metre_is_the_tables(double metres, double column)
    {
        var tables = AgeGradeTables.Find(2025)!;

        Assert.Equal(tables.StandardOf(Sex.Female, 61, (decimal)column), tables.StandardOf(Sex.Female, 61, (decimal)metres));
    }

    [Fact]
    public void Between_distances_the_standard_lies_between_and_is_near_what_a_column_would_say()
    {
        foreach (var (sex, age) in new[] { (Sex.Male, 30), (Sex.Male, 65), (Sex.Female, 30), (Sex.Female, 45) })
        {
            var tables = AgeGradeTables.Find(2025)!;
            var before = Seconds(tables.StandardOf(sex, age, 30_000));
            for (var metres = 30_100m; metres <= 42_195; metres += 100)
            {
                var standard = Seconds(tables.StandardOf(sex, age, metres));
                Assert.InRange(standard, before, before * 1.01m);
                before = standard;
            }

            Assert.InRange(Seconds(tables.StandardOf(sex, age, Marathon)), before, before * 1.01m);
        }

        // Halfway in the logarithm between 25 and 30 km lies the geometric mean of the open standards.
        var halfway = AgeGradeTables.Find(2025)!.StandardOf(Sex.Male, 25, (decimal)Math.Sqrt(25_000d * 30_000d))!.Value;
        Assert.Equal((decimal)Math.Sqrt(4110d * 4980d), halfway.OpenSeconds, 6);
    }

    [Fact]
    public void Half_a_hundredth_is_rounded_away_from_zero()
    {
        Assert.Equal("83.13", new AgeStandard(83.125m, 1).GradeOf(100).ToString());
        Assert.Equal("83.12", new AgeStandard(83.125m, 1).GradeOf(100.001m).ToString());
        Assert.Equal("100.00", new AgeStandard(7377, 1).GradeOf(7377).ToString());
        Assert.Null(new AgeStandard(7377, 1).GradeOf(0.0000001m));
    }

    [Fact]
    public void What_the_tables_do_not_hold_is_not_graded()
    {
        var tables = AgeGradeTables.Find(2015)!;
        var time = Elapsed.FromSeconds(10_000);

        Assert.Null(tables.GradeOf(Sex.Unknown, 40, Marathon, time));
        Assert.Null(tables.GradeOf(Sex.NonBinary, 40, Marathon, time));
        Assert.Null(tables.GradeOf(Sex.Male, 0, Marathon, time));
        Assert.Null(tables.GradeOf(Sex.Male, 4, Marathon, time));
        Assert.Null(tables.GradeOf(Sex.Male, 101, Marathon, time));
        Assert.Null(tables.GradeOf(Sex.Male, 40, 1_609, time));
        Assert.Null(tables.GradeOf(Sex.Male, 40, 200_002, time));
        Assert.Null(tables.GradeOf(Sex.Male, 40, Marathon, Elapsed.Zero));
        Assert.NotNull(tables.GradeOf(Sex.Male, 5, 5_000, time));
        Assert.NotNull(tables.GradeOf(Sex.Female, 100, 200_000, time));
        Assert.Null(AgeGradeTables.Find(2016));
    }

    private static decimal Seconds(AgeStandard? standard) => standard!.Value.OpenSeconds / standard.Value.Factor;
}
