using System.Globalization;
using System.Text;
using System.Xml;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Countries;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Fonts;
using RaceSystem.Results.Publishing.Tables;

namespace RaceSystem.Results.Publishing.Iof;

/// <summary>ResultList of the IOF Data Standard 3.0: a class for each race and sex. Elements stand in the order of the standard's schema.</summary>
internal static class IofResultList
{
    private const string Namespace = "http://www.orienteering.org/datastandard/3.0";

    public static void Write(IReadOnlyList<ResultSheet> sheets, ExportOrder order, Stream stream)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n", CloseOutput = false };
        using var xml = XmlWriter.Create(stream, settings);
        var isFinal = sheets.Count > 0 && sheets.All(sheet => order.Versions.GetValueOrDefault(sheet.Race.RaceId) is { State: "OFFICIAL" or "AMENDED" });
        xml.WriteStartElement("ResultList", Namespace);
        xml.WriteAttributeString("iofVersion", "3.0");
        xml.WriteAttributeString("creator", "RaceSystem");
        xml.WriteAttributeString("status", isFinal ? "Complete" : "Snapshot");
        Event(xml, sheets);
        foreach (var sheet in sheets)
        {
            foreach (var group in RowOrder.Of(sheet).GroupBy(row => row.Entry.Sex).OrderBy(group => group.Key))
            {
                ClassResult(xml, sheet, group.Key, [.. group.OrderBy(row => PlaceOf(row) is var place and > 0 ? place : int.MaxValue)]);
            }
        }

        xml.WriteEndElement();
    }

    private static void Event(XmlWriter xml, IReadOnlyList<ResultSheet> sheets)
    {
        xml.WriteStartElement("Event", Namespace);
        if (sheets.Count > 0)
        {
            Element(xml, "Id", sheets[0].Meet.MeetId);
        }

        Element(xml, "Name", sheets.Count > 0 ? sheets[0].Meet.DisplayName : "");
        if (sheets.Count > 0 && ShownText.Day(sheets[0].Meet) is { } day)
        {
            xml.WriteStartElement("StartTime", Namespace);
            Element(xml, "Date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void ClassResult(XmlWriter xml, ResultSheet sheet, Sex sex, ResultRow[] rows)
    {
        xml.WriteStartElement("ClassResult", Namespace);
        if (sheet.Race.Resolution == TimeResolution.Tenth)
        {
            xml.WriteAttributeString("timeResolution", "0.1");
        }

        xml.WriteStartElement("Class", Namespace);
        if (LetterOf(sex) is { } letter)
        {
            xml.WriteAttributeString("sex", letter);
        }

        var name = RaceTitle.Name(sheet.Race);
        Element(xml, "Id", $"{sheet.Race.RaceId}-{(sex == Sex.Unknown ? "U" : SheetWords.Of(sex))}");
        Element(xml, "Name", sex switch { Sex.Male => $"{name} Men", Sex.Female => $"{name} Women", Sex.NonBinary => $"{name} Non-binary", _ => name });
        xml.WriteEndElement();
        xml.WriteStartElement("Course", Namespace);
        Element(xml, "Length", ShownText.Length(sheet.Race).ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        var best = rows.Where(row => PlaceOf(row) > 0).Select(row => row.OfficialTime).FirstOrDefault();
        foreach (var row in rows)
        {
            PersonResult(xml, sheet, row, best);
        }

        xml.WriteEndElement();
    }

    private static void PersonResult(XmlWriter xml, ResultSheet sheet, ResultRow row, Elapsed? best)
    {
        xml.WriteStartElement("PersonResult", Namespace);
        Element(xml, "EntryId", row.Entry.EntryId);
        xml.WriteStartElement("Person", Namespace);
        if (LetterOf(row.Entry.Sex) is { } letter)
        {
            xml.WriteAttributeString("sex", letter);
        }

        var (family, given) = PersonName.Of(row.Entry);
        xml.WriteStartElement("Name", Namespace);
        Element(xml, "Family", family);
        Element(xml, "Given", given);
        xml.WriteEndElement();
        if (row.Entry.Country.Length > 0)
        {
            xml.WriteStartElement("Nationality", Namespace);
            xml.WriteAttributeString("code", PlainText.Of(CountryTable.CodeOf(row.Entry.Country)));
            xml.WriteString(PlainText.Of(CountryTable.Find(row.Entry.Country)?.English ?? row.Entry.Country));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (row.Entry.Club.Length > 0)
        {
            xml.WriteStartElement("Organisation", Namespace);
            Element(xml, "Name", row.Entry.Club);
            xml.WriteEndElement();
        }

        Result(xml, sheet, row, best);
        xml.WriteEndElement();
    }

    private static void Result(XmlWriter xml, ResultSheet sheet, ResultRow row, Elapsed? best)
    {
        xml.WriteStartElement("Result", Namespace);
        if (row.Entry.Bib.Length > 0)
        {
            Element(xml, "BibNumber", row.Entry.Bib);
        }

        if ((row.OfficialTime is { } counted && counted == row.NetTime ? row.Start ?? row.Gun : row.Gun) is { } start)
        {
            Element(xml, "StartTime", ShownText.Local(start, sheet.Meet).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
        }

        if (row.OfficialTime is { } time)
        {
            Element(xml, "Time", FieldText.Seconds(time));
            if (PlaceOf(row) > 0 && best is { } winner)
            {
                Element(xml, "TimeBehind", FieldText.Seconds(time - winner));
            }
        }

        if (PlaceOf(row) > 0)
        {
            Element(xml, "Position", PlaceOf(row).ToString(CultureInfo.InvariantCulture));
        }

        Element(xml, "Status", StatusOf(row));
        foreach (var split in row.Splits.Skip(1).SkipLast(1))
        {
            xml.WriteStartElement("SplitTime", Namespace);
            if (split.OfficialTime is null)
            {
                xml.WriteAttributeString("status", "Missing");
            }

            Element(xml, "ControlCode", split.Visit.SplitId);
            if (split.OfficialTime is { } passed)
            {
                Element(xml, "Time", FieldText.Seconds(passed));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Places count by sex, as classes do; runners of a separate division by their place in it.</summary>
    private static int PlaceOf(ResultRow row) => row.Places switch
    {
        { BySex: > 0 and var place } => place,
        { Overall: > 0 and var place } => place,
        _ => 0,
    };

    private static string StatusOf(ResultRow row) => row.Status switch
    {
        ResultStatus.Finished => PlaceOf(row) > 0 ? "OK" : "Finished",
        ResultStatus.OnCourse => "Active",
        ResultStatus.Dns => "DidNotStart",
        ResultStatus.Dnf => "DidNotFinish",
        ResultStatus.Dsq => "Disqualified",
        ResultStatus.OverTimeLimit => "OverTime",
        ResultStatus.NotClassified => "NotCompeting",
        _ => "Inactive",
    };

    private static string? LetterOf(Sex sex) => sex switch { Sex.Male => "M", Sex.Female => "F", _ => null };

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, PlainText.Of(text));
}
