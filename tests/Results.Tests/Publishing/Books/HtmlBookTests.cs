using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Publishing;

namespace RaceSystem.Results.Tests.Publishing.Books;

public sealed class HtmlBookTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>")]
    [InlineData("O'Brien & \"Bo\"", "<bdi>O&#39;Brien &amp; &quot;Bo&quot;</bdi>")]
    [InlineData("Ada\u202EevilE\u2066x\0y\u0007z", "<bdi>AdaevilExyz</bdi>")]
    [InlineData("علي, محمد", "<bdi>علي, محمد</bdi>")]
    [InlineData("a\r\nb", "<bdi>a  b</bdi>")]
    public void What_people_typed_is_text_with_its_own_direction(string name, string written) =>
        Assert.Contains(written, Exported.Text(ExportFormat.Html, SheetOf.Rows(SheetOf.Row("1", 1, name: name))), StringComparison.Ordinal);

    [Fact]
    public void A_page_needs_nothing_from_elsewhere()
    {
        var page = Exported.Text(ExportFormat.Html, SheetOf.Rows(SheetOf.Row("1", 1)));

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Men_women_and_others_have_their_own_places_and_live_results_say_that_they_are_unofficial()
    {
        var page = Exported.Text(ExportFormat.Html, SheetOf.Rows(SheetOf.Row("1", 1, sex: Sex.Male), SheetOf.Row("2", 1), SheetOf.Row("3", 1, sex: Sex.NonBinary), SheetOf.Row("4", 2, sex: Sex.Unknown)));

        Assert.All(["Men (1)", "Women (1)", "Non-binary (1)", "Sex not stated (1)", "Unofficial", "registration 0 · timing 0 · results 0"], expected => Assert.Contains(expected, page, StringComparison.Ordinal));
    }
}
