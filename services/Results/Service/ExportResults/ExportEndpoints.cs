using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.ExportResults;

/// <summary>
/// Files for browsers and scripts. A route of its own and no transcoding: transcoding writes a line feed after each message
/// of a stream, which breaks a PDF.
/// </summary>
internal static class ExportEndpoints
{
    private const string FormatPrefix = "EXPORT_FORMAT_";

    public static void MapExports(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/v1/meets/{meet}/exports/{format}", DownloadAsync);

    private static async Task<IResult> DownloadAsync(
        ExportDesk desk,
        HttpContext context,
        [FromRoute] string meet,
        [FromRoute] string format,
        [FromQuery] string race = "",
        [FromQuery] string bib = "",
        [FromQuery] string language = "",
        [FromQuery] string splits = "",
        [FromQuery] bool names = false,
        [FromQuery] bool inferred = false,
        [FromQuery] int version = 0)
    {
        try
        {
            var request = new ExportResultsRequest
            {
                MeetId = meet,
                RaceId = race,
                Format = FormatOf(format),
                SplitBasis = SplitsOf(splits),
                IncludeNames = names,
                IncludeInferred = inferred,
                Bib = bib,
                Language = language,
                Version = version,
            };
            var file = await desk.WriteAsync(ExportOrders.ScopeOf(request), ExportOrders.Of(request), context.RequestAborted);
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.Stream(file.Content, file.ContentType, file.FileName);
        }
        catch (RefusalException refusal)
        {
            return TypedResults.Problem(refusal.Message, statusCode: StatusOf(refusal.Kind), title: refusal.Reason);
        }
    }

    /// <summary><c>iof-xml</c> for EXPORT_FORMAT_IOF_XML.</summary>
    private static ExportFormat FormatOf(string word)
    {
        var name = FormatPrefix + word.Replace('-', '_').ToUpperInvariant();
        var value = ExportFormatReflection().FindValueByName(name);
        return value is null
            ? throw RefusalException.Invalid("EXPORT_INVALID", "format", $"'{word}' is none of {string.Join(", ", Words())}.")
            : (ExportFormat)value.Number;
    }

    private static ExportSplitBasis SplitsOf(string word) => word switch
    {
        "" or "official" => ExportSplitBasis.Unspecified,
        "net" => ExportSplitBasis.Net,
        "gun" => ExportSplitBasis.Gun,
        _ => throw RefusalException.Invalid("EXPORT_INVALID", "splits", $"'{word}' is none of official, net, gun."),
    };

    private static IEnumerable<string> Words() =>
        ExportFormatReflection().Values.Where(value => value.Number != 0).Select(value => value.Name[FormatPrefix.Length..].Replace('_', '-').ToLowerInvariant());

    private static Google.Protobuf.Reflection.EnumDescriptor ExportFormatReflection() => ExportReflection.Descriptor.EnumTypes.Single(type => type.Name == nameof(ExportFormat));

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.AlreadyExists => StatusCodes.Status409Conflict,
        RefusalKind.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
