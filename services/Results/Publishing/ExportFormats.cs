namespace RaceSystem.Results.Publishing;

/// <summary>How a format is served.</summary>
public static class ExportFormats
{
    /// <summary>Its media type.</summary>
    public static string ContentTypeOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Json => "application/json",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Every format has a media type."),
    };

    /// <summary>End of a file's name, without a dot.</summary>
    public static string ExtensionOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "csv",
        ExportFormat.Json => "json",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Every format has an extension."),
    };
}
