using RaceSystem.Kernel;
using RaceSystem.Testing;

namespace RaceSystem.Kernel.Tests;

public sealed class BibTests
{
    private const string Alphabet = "0019AaFz-";

    [Theory]
    [InlineData("1")]
    [InlineData("F102")]
    [InlineData("1544B")]
    [InlineData("0042")]
    [InlineData("A-1")]
    [InlineData("1234567890123456")]
    public void A_bib_is_kept_as_printed(string text)
    {
        Assert.True(Bib.TryParse(text, out var bib));
        Assert.Equal(text, bib.Text);
        Assert.True(Bib.TryParse($" {bib} ", out var again));
        Assert.Equal(bib, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("12345678901234567")]
    [InlineData("12 3")]
    [InlineData("é1")]
    [InlineData("1\0")]
    [InlineData("１２")]
    public void What_is_not_a_bib_is_refused(string? text)
    {
        Assert.False(Bib.TryParse(text, out var bib));
        Assert.Equal("", bib.Text);
    }

    [Fact]
    public void Every_random_text_of_allowed_characters_round_trips()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 1_000; i++)
        {
            var text = Next(random, 1, Bib.MaxLength);
            Assert.True(Bib.TryParse(text, out var bib));
            Assert.Equal(text, bib.ToString());
        }
    }

    [Theory]
    [InlineData("9", "10")]
    [InlineData("F9", "F10")]
    [InlineData("1544", "1544B")]
    [InlineData("7", "A")]
    [InlineData("a7b1", "a7b02")]
    [InlineData("2-10", "10-2")]
    public void Runs_of_digits_count_as_numbers(string first, string second)
    {
        Assert.True(Parse(first) < Parse(second));
        Assert.True(Parse(second) > Parse(first));
        Assert.True(Parse(first) <= Parse(second));
        Assert.False(Parse(first) >= Parse(second));
    }

    [Fact]
    public void Leading_zeros_do_not_change_the_number_but_the_order_stays_total()
    {
        Assert.NotEqual(0, Parse("7").CompareTo(Parse("007")));
        Assert.True(Parse("007") < Parse("8"));
        Assert.True(Parse("6") < Parse("007"));
    }

    [Fact]
    public void Natural_order_is_a_total_order()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 20_000; i++)
        {
            string a = Next(random, 0, 5), b = Next(random, 0, 5), c = Next(random, 0, 5);
            var ab = Math.Sign(Bib.NaturalOrder(a, b));
            var bc = Math.Sign(Bib.NaturalOrder(b, c));
            Assert.Equal(-ab, Math.Sign(Bib.NaturalOrder(b, a)));
            Assert.Equal(a == b, ab == 0);
            if (ab <= 0 && bc <= 0)
            {
                Assert.True(Bib.NaturalOrder(a, c) <= 0, $"'{a}' <= '{b}' <= '{c}', but '{a}' > '{c}'");
            }
        }
    }

    private static Bib Parse(string text) => Bib.TryParse(text, out var bib) ? bib : throw new ArgumentException(text);

    private static string Next(Random random, int min, int max) =>
        new([.. Enumerable.Range(0, random.Next(min, max + 1)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
}
