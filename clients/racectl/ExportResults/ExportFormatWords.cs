using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.ExportResults;

/// <summary>Formats by the words of the command line.</summary>
internal static class ExportFormatWords
{
    private static readonly Dictionary<string, (ExportFormat Format, bool IsText)> Tables = new(StringComparer.Ordinal)
    {
        ["csv"] = (ExportFormat.Csv, true),
        ["json"] = (ExportFormat.Json, true),
        ["runsignup"] = (ExportFormat.RunsignupJson, true),
        ["runsignup-csv"] = (ExportFormat.RunsignupCsv, true),
        ["itra"] = (ExportFormat.ItraXlsx, false),
        ["iof-xml"] = (ExportFormat.IofXml, true),
        ["html"] = (ExportFormat.Html, true),
        ["pdf"] = (ExportFormat.Pdf, false),
    };

    private static readonly Dictionary<string, (ExportFormat Format, bool IsText)> Bulletins = new(StringComparer.Ordinal)
    {
        ["text"] = (ExportFormat.BulletinText, true),
        ["html"] = (ExportFormat.BulletinHtml, true),
        ["pdf"] = (ExportFormat.BulletinPdf, false),
    };

    /// <summary>Of <c>results export</c>.</summary>
    public static string[] OfExport => [.. Tables.Keys];

    /// <summary>Of <c>results bulletin</c>.</summary>
    public static string[] OfBulletin => [.. Bulletins.Keys];

    public static (ExportFormat Format, bool IsText) Export(string word) => Tables[word];

    public static (ExportFormat Format, bool IsText) Bulletin(string word) => Bulletins[word];
}
