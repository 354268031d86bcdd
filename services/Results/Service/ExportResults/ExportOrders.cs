using RaceSystem.Kernel;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.Publishing.Language;
using RaceSystem.Results.V1;
using ExportFormat = RaceSystem.Results.Publishing.ExportFormat;
using ExportSplitBasis = RaceSystem.Results.Publishing.ExportSplitBasis;

namespace RaceSystem.Results.Service.ExportResults;

/// <summary>Reads what is asked for.</summary>
internal static class ExportOrders
{
    /// <exception cref="RefusalException">The version is none (<c>EXPORT_INVALID</c>).</exception>
    public static ExportScope ScopeOf(ExportResultsRequest request) => request.Version >= ExportScope.Latest
        ? new ExportScope(request.MeetId, request.RaceId, request.Version)
        : throw RefusalException.Invalid("EXPORT_INVALID", "version", "must be -1 (the latest published version), 0 (the results as they stand) or the number of a published version.");

    /// <exception cref="RefusalException">The format or the language does not exist (<c>EXPORT_INVALID</c>).</exception>
    public static ExportOrder Of(ExportResultsRequest request) => new()
    {
        Format = FormatOf(request.Format),
        Splits = request.SplitBasis switch
        {
            V1.ExportSplitBasis.Net => ExportSplitBasis.Net,
            V1.ExportSplitBasis.Gun => ExportSplitBasis.Gun,
            _ => ExportSplitBasis.Official,
        },
        WithNames = request.IncludeNames,
        WithInferred = request.IncludeInferred,
        Bib = request.Bib,
        Language = request.Language switch
        {
            "" or "en" => ExportLanguage.English,
            "ko" => ExportLanguage.Korean,
            _ => throw RefusalException.Invalid("EXPORT_INVALID", "language", $"'{request.Language}' is none of en, ko."),
        },
    };

    private static ExportFormat FormatOf(V1.ExportFormat format) => format switch
    {
        V1.ExportFormat.Csv => ExportFormat.Csv,
        V1.ExportFormat.Json => ExportFormat.Json,
        V1.ExportFormat.RunsignupJson => ExportFormat.RunSignupJson,
        V1.ExportFormat.RunsignupCsv => ExportFormat.RunSignupCsv,
        V1.ExportFormat.ItraXlsx => ExportFormat.ItraXlsx,
        V1.ExportFormat.IofXml => ExportFormat.IofXml,
        V1.ExportFormat.Html => ExportFormat.Html,
        V1.ExportFormat.Pdf => ExportFormat.Pdf,
        V1.ExportFormat.CertificatePdf => ExportFormat.CertificatePdf,
        V1.ExportFormat.BulletinText => ExportFormat.BulletinText,
        V1.ExportFormat.BulletinHtml => ExportFormat.BulletinHtml,
        V1.ExportFormat.BulletinPdf => ExportFormat.BulletinPdf,
        _ => throw RefusalException.Invalid("EXPORT_INVALID", "format", "name the format of the file."),
    };
}
