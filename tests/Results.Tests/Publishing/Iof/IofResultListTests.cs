using System.Xml.Linq;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;

namespace RaceSystem.Results.Tests.Publishing.Iof;

public sealed class IofResultListTests
{
    private static readonly XNamespace Iof = "http://www.orienteering.org/datastandard/3.0";

    [Fact]
    public void Elements_stand_in_the_order_of_the_standard()
    {
        var row = SheetOf.Row("7", 1, name: "Pak, Chol") with { Gun = SheetOf.Rows().FirstGun };
        row = row with { Entry = row.Entry with { Club = "Kigwancha" } };

        var list = Read(Exported.Text(ExportFormat.IofXml, SheetOf.Rows(row)));
        var result = list.Descendants(Iof + "PersonResult").Single();

        Assert.Equal(["Event", "ClassResult"], Names(list));
        Assert.Equal(["Class", "Course", "PersonResult"], Names(list.Element(Iof + "ClassResult")!));
        Assert.Equal(["EntryId", "Person", "Organisation", "Result"], Names(result));
        Assert.Equal(["Name", "Nationality"], Names(result.Element(Iof + "Person")!));
        Assert.Equal(["BibNumber", "StartTime", "Time", "TimeBehind", "Position", "Status", "SplitTime", "SplitTime"], Names(result.Element(Iof + "Result")!));
        Assert.Equal("Pak", result.Descendants(Iof + "Family").Single().Value);
        Assert.Equal("2025-04-06T09:00:00.000+09:00", result.Descendants(Iof + "StartTime").Single().Value);
        Assert.Equal(["", "Missing"], result.Descendants(Iof + "SplitTime").Select(split => split.Attribute("status")?.Value ?? ""));
        Assert.Equal("Snapshot", list.Attribute("status")!.Value);
    }

    [Fact]
    public void A_split_that_was_inferred_is_missing()
    {
        var time = new InferredTime(Elapsed.FromSeconds(4_000), Elapsed.FromSeconds(3_900), Elapsed.FromSeconds(4_100));
        var row = SheetOf.Row("7", place: 1);
        var inferred = row with { Splits = [.. row.Splits.Select(split => split.OfficialTime is null ? split with { Inferred = new InferredSplitTimes(time, time, time) } : split)] };

        Assert.Equal(Exported.Text(ExportFormat.IofXml, SheetOf.Rows(row)), Exported.Text(ExportFormat.IofXml, SheetOf.Rows(inferred)));
    }

    [Theory]
    [InlineData(ResultStatus.Registered, "Inactive")]
    [InlineData(ResultStatus.OnCourse, "Active")]
    [InlineData(ResultStatus.Finished, "Finished")]
    [InlineData(ResultStatus.Dns, "DidNotStart")]
    [InlineData(ResultStatus.Dnf, "DidNotFinish")]
    [InlineData(ResultStatus.Dsq, "Disqualified")]
    [InlineData(ResultStatus.OverTimeLimit, "OverTime")]
    [InlineData(ResultStatus.NotClassified, "NotCompeting")]
    public void Each_status_has_its_word(ResultStatus status, string word) =>
        Assert.Equal(word, Read(Exported.Text(ExportFormat.IofXml, SheetOf.Rows(SheetOf.Row("7", status: status)))).Descendants(Iof + "Status").Single().Value);

    [Fact]
    public void What_xml_forbids_is_left_out_and_markup_is_text()
    {
        var list = Read(Exported.Text(ExportFormat.IofXml, SheetOf.Rows(SheetOf.Row("7", 1, name: "A\0\u0001\uFFFE\uD800<b>&, ]]>\u000B"))));

        Assert.Equal("A<b>&", list.Descendants(Iof + "Family").Single().Value);
        Assert.Equal("]]>", list.Descendants(Iof + "Given").Single().Value);
    }

    [Fact]
    public void Men_and_women_are_classes_with_the_time_behind_their_own_winner()
    {
        var list = Read(Exported.Text(ExportFormat.IofXml, SheetOf.Rows(SheetOf.Row("1", 1, sex: Sex.Male), SheetOf.Row("2", 2, sex: Sex.Male), SheetOf.Row("3", 1, seconds: 9000))));

        Assert.Equal(["Marathon Men", "Marathon Women"], list.Descendants(Iof + "Class").Select(type => type.Element(Iof + "Name")!.Value));
        Assert.Equal(["0", "1", "0"], list.Descendants(Iof + "TimeBehind").Select(time => time.Value));
    }

    private static XElement Read(string xml) => XDocument.Parse(xml).Root!;

    private static IEnumerable<string> Names(XElement element) => element.Elements().Select(child => child.Name.LocalName);
}
