namespace RaceSystem.Results.Publishing;

/// <summary>How a format is served.</summary>
public static class ExportFormats
{
    /// <summary>Its media type.</summary>
    public static string ContentTypeOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv or ExportFormat.RunSignupCsv => "text/csv; charset=utf-8",
        ExportFormat.Json or ExportFormat.RunSignupJson => "application/json",
        ExportFormat.ItraXlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat.IofXml => "application/xml",
        ExportFormat.Html or ExportFormat.BulletinHtml => "text/html; charset=utf-8",
        ExportFormat.Pdf or ExportFormat.CertificatePdf or ExportFormat.BulletinPdf => "application/pdf",
        ExportFormat.BulletinText => "text/plain; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Every format has a media type."),
    };

    /// <summary>End of a file's name, without a dot.</summary>
    public static string ExtensionOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv or ExportFormat.RunSignupCsv => "csv",
        ExportFormat.Json or ExportFormat.RunSignupJson => "json",
        ExportFormat.ItraXlsx => "xlsx",
        ExportFormat.IofXml => "xml",
        ExportFormat.Html or ExportFormat.BulletinHtml => "html",
        ExportFormat.Pdf or ExportFormat.CertificatePdf or ExportFormat.BulletinPdf => "pdf",
        ExportFormat.BulletinText => "txt",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Every format has an extension."),
    };
}
