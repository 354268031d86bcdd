using RaceSystem.Kernel;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.V1;
using ExportFormat = RaceSystem.Results.Publishing.ExportFormat;
using ExportSplitBasis = RaceSystem.Results.Publishing.ExportSplitBasis;

namespace RaceSystem.Results.Service.ExportResults;

/// <summary>Reads what is asked for.</summary>
internal static class ExportOrders
{
    /// <exception cref="RefusalException">The format is not named (<c>EXPORT_INVALID</c>).</exception>
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
        Bib = request.Bib,
    };

    private static ExportFormat FormatOf(V1.ExportFormat format) => format switch
    {
        V1.ExportFormat.Csv => ExportFormat.Csv,
        V1.ExportFormat.Json => ExportFormat.Json,
        _ => throw RefusalException.Invalid("EXPORT_INVALID", "format", "name the format of the file."),
    };
}
