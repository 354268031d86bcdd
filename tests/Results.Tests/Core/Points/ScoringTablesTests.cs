using System.Text.Json;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Points;
using RaceSystem.Results.Core.Races;
using RaceSystem.Testing.Races;

namespace RaceSystem.Results.Tests.Core.Points;

public sealed class ScoringTablesTests
{
    /// <summary>Slowest times for 842 points in the printed tables of 2022, of events that did not change in 2025.</summary>
    [Theory]
    [InlineData("Road 10 km", 1882, 2282)]
    [InlineData("Road 15 km", 2894, 3527)]
    [InlineData("Road 10 Miles", 3117, 3806)]
    [InlineData("Road HM", 4158, 5102)]
    [InlineData("Road 100 km", 26_758, 30_161)]
    [InlineData("Road 10kmW", 2828, 3144)]
    [InlineData("Road 20kmW", 5851, 6489)]
    [InlineData("Road 35kmW", 11_089, 12_371)]
    public void A_tables_mark_is_the_slowest_time_that_is_worth_its_points(string scored, int men, int women)
    {
        foreach (var (sex, seconds) in new[] { (Sex.Male, men), (Sex.Female, women) })
        {
            Assert.Equal(842, ScoringTables.PointsOf(scored, sex, Elapsed.FromSeconds(seconds)));
            Assert.True(ScoringTables.PointsOf(scored, sex, Elapsed.FromSeconds(seconds + 1)) < 842);
        }
    }

    [Fact]
    public void Points_end_at_1400_and_at_nothing()
    {
        Assert.Equal(1_400, ScoringTables.PointsOf("Road Marathon", Sex.Male, Elapsed.FromSeconds(3_600)));
        Assert.Equal(0, ScoringTables.PointsOf("Road Marathon", Sex.Male, Elapsed.FromSeconds(15_300)));
        Assert.Equal(0, ScoringTables.PointsOf("Road Marathon", Sex.Male, Elapsed.FromSeconds(20_000)));
        Assert.Null(ScoringTables.PointsOf("Road Marathon", Sex.NonBinary, Elapsed.FromSeconds(9_000)));
        Assert.Null(ScoringTables.PointsOf("Egg and spoon", Sex.Male, Elapsed.FromSeconds(9_000)));
    }

    /// <summary>
    /// A least-squares fit runs through the marks, which are cut to whole seconds: the curve behind them is above it by half
    /// of what a second is worth, and by half a point at most where a second is worth several.
    /// </summary>
    [Fact]
    public void Every_curve_lies_on_the_fit_of_its_printed_table()
    {
        using var fits = JsonDocument.Parse(File.ReadAllBytes(RaceData.Require("ref", "wa_scoring_coefficients_2025.json")));
        foreach (var scored in ScoringTables.Events)
        {
            foreach (var (sex, name) in new[] { (Sex.Male, "men"), (Sex.Female, "women") })
            {
                var fit = fits.RootElement.GetProperty(name).GetProperty(scored).EnumerateArray().Select(value => value.GetDouble()).ToArray();
                for (var second = 1; ; second++)
                {
                    var points = ScoringTables.PointsOf(scored, sex, Elapsed.FromSeconds(second))!.Value;
                    if (points is 1_400)
                    {
                        continue;
                    }

                    if (points == 0)
                    {
                        break;
                    }

                    var fitted = (fit[0] * second * second) + (fit[1] * second) + fit[2];
                    Assert.InRange(points - fitted, -1.1, 0.65);
                }
            }
        }
    }
}
