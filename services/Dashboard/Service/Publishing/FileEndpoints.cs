using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Publishing;

/// <summary>Files of a race: published versions with their evidence, proofs, the key, and exports.</summary>
public static class FileEndpoints
{
    private const string Path = "/meets/{meet}/races/{race}/publish";

    /// <summary>Words of addresses; Results' own route has the same.</summary>
    public static IReadOnlyDictionary<string, ExportFormat> Formats { get; } = new Dictionary<string, ExportFormat>(StringComparer.Ordinal)
    {
        ["csv"] = ExportFormat.Csv,
        ["json"] = ExportFormat.Json,
        ["pdf"] = ExportFormat.Pdf,
        ["html"] = ExportFormat.Html,
        ["bulletin-text"] = ExportFormat.BulletinText,
        ["bulletin-html"] = ExportFormat.BulletinHtml,
        ["bulletin-pdf"] = ExportFormat.BulletinPdf,
        ["itra-xlsx"] = ExportFormat.ItraXlsx,
        ["iof-xml"] = ExportFormat.IofXml,
        ["runsignup-csv"] = ExportFormat.RunsignupCsv,
        ["runsignup-json"] = ExportFormat.RunsignupJson,
        ["certificate-pdf"] = ExportFormat.CertificatePdf,
    };

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path + "/document", DocumentAsync);
        pages.MapGet(Path + "/evidence", EvidenceAsync);
        pages.MapGet(Path + "/files/{format}", ExportAsync);
        pages.MapGet(Path + "/proof", ProofAsync);
        pages.MapGet(Path + "/key", KeyAsync);
    }

    private static Task<IResult> DocumentAsync(string meet, string race, int? version, HttpContext http, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        Begin(http, meet);
        var request = new GetClassificationRequest { MeetId = meet, RaceId = race, Version = version ?? 0 };
        return FileRelay.SendAsync(results.GetClassification(request, Options(cancellationToken)), _ => ($"{NameOf(meet, race, version ?? 0)}.jsonl", "application/x-ndjson"), piece => piece.Content, cancellationToken);
    }

    private static Task<IResult> EvidenceAsync(string meet, string race, int? version, HttpContext http, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        Begin(http, meet);
        var request = new GetEvidenceRequest { MeetId = meet, RaceId = race, Version = version ?? 0 };
        return FileRelay.SendAsync(results.GetEvidence(request, Options(cancellationToken)), _ => ($"{NameOf(meet, race, version ?? 0)}.evidence", "application/octet-stream"), piece => piece.Content, cancellationToken);
    }

    private static Task<IResult> ExportAsync(
        string meet, string race, string format, int? version, string? language, string? bib, bool? names, HttpContext http, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        Begin(http, meet);
        var request = new ExportResultsRequest
        {
            MeetId = meet,
            RaceId = race,
            Format = Formats.TryGetValue(format, out var known) ? known : throw RefusalException.NotFound("EXPORT_INVALID", $"There is no such file. There are {string.Join(", ", Formats.Keys)}."),
            Version = version ?? 0,
            Language = language ?? "",
            Bib = bib?.Trim() ?? "",
            IncludeNames = names ?? false,
        };
        return FileRelay.SendAsync(
            results.ExportResults(request, Options(cancellationToken)),
            first => (first.Header?.FileName ?? format, first.Header?.ContentType ?? "application/octet-stream"),
            piece => piece.Chunk,
            cancellationToken);
    }

    private static async Task<IResult> ProofAsync(string meet, string race, string? bib, int? version, HttpContext http, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        Begin(http, meet);
        var request = new GetInclusionProofRequest { MeetId = meet, RaceId = race, Bib = PageQuery.RequireBib(bib), Version = version ?? 0 };
        var answer = await ServiceCall.AskAsync("results", options => results.GetInclusionProofAsync(request, options), cancellationToken);
        return TypedResults.File(Encoding.UTF8.GetBytes(answer.Proof), "application/json", $"{NameOf(meet, race, answer.Classification.Version)}-{request.Bib}.proof.json");
    }

    private static async Task<IResult> KeyAsync(string meet, string race, HttpContext http, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        Begin(http, meet);
        var answer = await ServiceCall.AskAsync("results", options => results.GetSigningKeyAsync(new GetSigningKeyRequest(), options), cancellationToken);
        return TypedResults.File(Encoding.UTF8.GetBytes(answer.PublicKey), "application/x-pem-file", "organiser.pem");
    }

    private static void Begin(HttpContext http, string meet)
    {
        PageQuery.RequireMeet(meet);
        http.Response.Headers.CacheControl = "private, no-store";
    }

    private static CallOptions Options(CancellationToken cancellationToken) => new(cancellationToken: cancellationToken);

    private static string NameOf(string meet, string race, int version) => version > 0 ? FormattableString.Invariant($"{meet}-{race}-v{version}") : $"{meet}-{race}";
}
