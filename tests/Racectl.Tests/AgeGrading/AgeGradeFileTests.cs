using RaceSystem.Racectl.AgeGrading;
using RaceSystem.Results.Core.AgeGrading;

namespace RaceSystem.Racectl.Tests.AgeGrading;

public sealed class AgeGradeFileTests
{
    [Fact]
    public void Other_columns_pass_through_and_the_grade_comes_last()
    {
        var (text, graded, problems) = Grade("name,sex,age,distance_m,time_s\n\"Kim, A\",M,20,42195,7670.2\nb,f,40,42195.0,9000\n");

        Assert.Equal("name,sex,age,distance_m,time_s,age_grade_pct\n\"Kim, A\",M,20,42195,7670.2,96.18\nb,f,40,42195.0,9000,93.08\n", text);
        Assert.Equal((2, 0), (graded, problems.Count));
    }

    [Fact]
    public void A_grade_that_is_there_is_replaced_where_it_stands()
    {
        var (text, _, _) = Grade("age_grade_pct,time_s,distance_m,age,sex\n1,7670.2,42195,20,M\n");

        Assert.Equal("age_grade_pct,time_s,distance_m,age,sex\n96.18,7670.2,42195,20,M\n", text);
    }

    [Fact]
    public void A_bad_row_stays_without_a_grade_and_is_told_by_its_line()
    {
        var (text, graded, problems) = Grade("sex,age,distance_m,time_s\nX,20,42195,7670\nM,4,42195,7670\nM,20,100,7670\nM,20,42195,1:02:03\nM,20,42195\nM,20,42195,7670\n");

        Assert.Equal(1, graded);
        Assert.Equal([(2, "sex"), (3, "age"), (4, "distance_m"), (5, "time_s"), (6, "")], problems.Select(problem => (problem.Line, problem.Field)));
        Assert.Equal(7, text.TrimEnd('\n').Split('\n').Length);
        Assert.EndsWith("M,20,42195,7670,96.18\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sex,age,distance_m\n")]
    [InlineData("sex,age,distance_m,time_s,time_s\n")]
    public void A_file_without_the_columns_is_refused(string text) => Assert.Throws<InputException>(() => Grade(text));

    private static (string Text, int Graded, IReadOnlyList<Problem> Problems) Grade(string text)
    {
        using var output = new StringWriter();
        var (graded, problems) = AgeGradeFile.Grade(new StringReader(text), output, AgeGradeTables.Find(2015)!);
        return (output.ToString(), graded, problems);
    }
}
