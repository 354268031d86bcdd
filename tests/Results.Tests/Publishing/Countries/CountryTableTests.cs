using RaceSystem.Results.Publishing.Countries;

namespace RaceSystem.Results.Tests.Publishing.Countries;

public sealed class CountryTableTests
{
    [Theory]
    [InlineData("PRK", "PRK", "DPR Korea", "조선민주주의인민공화국")]
    [InlineData("GER", "GER", "Germany", "독일")]
    [InlineData("DEU", "GER", "Germany", "독일")]
    [InlineData("eth", "ETH", "Ethiopia", "에티오피아")]
    [InlineData("ZAF", "RSA", "South Africa", "남아프리카공화국")]
    [InlineData("BRN", "BRN", "Bahrain", "바레인")]
    [InlineData("MYS", "MAS", "Malaysia", "말레이시아")]
    public void Codes_of_federations_and_of_iso_name_the_country(string code, string federation, string english, string korean) =>
        Assert.Equal(new Country(federation, english, korean), CountryTable.Find(code));

    [Fact]
    public void Every_committee_is_there_and_unknown_codes_stay()
    {
        Assert.True(CountryTable.Count >= 206, $"{CountryTable.Count}");
        Assert.Null(CountryTable.Find("XYZ"));
        Assert.Equal("XYZ", CountryTable.CodeOf("XYZ"));
    }
}
