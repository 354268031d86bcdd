using System.Globalization;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Alignment;

/// <summary>The alignment against all alignments there are, judged and chosen by the words of the rule (ADR 0010 and 0019).</summary>
public sealed class AlignmentOracleTests
{
    private const int Cases = 5_000;

    [Fact]
    public void Where_each_mat_is_visited_once_the_alignment_is_the_weightiest_of_all() => Compare(false, WeightOracle.Best);

    [Fact]
    public void Where_mats_are_shared_the_alignment_is_the_likeliest_of_all() => Compare(true, LikelihoodOracle.Best);

    private static void Compare(bool sharesMats, Func<RandomCourse, int?[]> best)
    {
        var seed = Seed.Next();
        int complete = 0, partial = 0;
        for (var i = 0; i < Cases; i++)
        {
            var course = new RandomCourse(new Random(unchecked(seed + i)), sharesMats);
            if (course.SharesMats != sharesMats)
            {
                continue;
            }

            var expected = Text(best(course));
            var actual = course.Aligned();

            Assert.True(expected == actual, $"case {i} of seed {seed}: {course}: expected {expected}, was {actual}");
            complete += actual.Contains('-', StringComparison.Ordinal) ? 0 : 1;
            partial += actual.Contains('-', StringComparison.Ordinal) && actual.Any(char.IsAsciiDigit) ? 1 : 0;
        }

        Assert.True(complete > Cases / 50 && partial > Cases / 10, $"only {complete} complete and {partial} partial alignments: the cases are too poor");
    }

    private static string Text(int?[] times) => string.Join(' ', times.Select(time => time?.ToString(CultureInfo.InvariantCulture) ?? "-"));
}
