using RaceSystem.Kernel;
using RaceSystem.Testing;

namespace RaceSystem.Kernel.Tests;

public sealed class ChipCodeTests
{
    [Fact]
    public void Readers_that_print_hex_in_either_case_name_the_same_chip()
    {
        Assert.True(ChipCode.TryParse("05800fedca", out var lower));
        Assert.True(ChipCode.TryParse(" 05800FEDCA\t", out var upper));
        Assert.Equal(upper, lower);
        Assert.Equal("05800FEDCA", lower.Text);
        Assert.Equal(upper.GetHashCode(), lower.GetHashCode());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("AB-CD")]
    [InlineData("AB CD")]
    [InlineData("ß")]
    [InlineData("123456789012345678901234567890123")]
    public void What_is_not_a_code_is_refused(string? text)
    {
        Assert.False(ChipCode.TryParse(text, out var chip));
        Assert.Equal("", chip.Text);
    }

    [Fact]
    public void A_parsed_code_parses_to_itself()
    {
        const string alphabet = "0123456789abcdefxyzABCDEFXYZ";
        var random = Seed.NextRandom();
        for (var i = 0; i < 1_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, ChipCode.MaxLength + 1)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            Assert.True(ChipCode.TryParse(text, out var chip));
            Assert.True(ChipCode.TryParse(chip.Text, out var again));
            Assert.Equal(chip, again);
            Assert.Equal(text, chip.Text, ignoreCase: true);
        }
    }
}
