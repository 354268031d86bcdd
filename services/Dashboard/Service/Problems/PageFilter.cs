using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Problems;

/// <summary>Headers of every page, and a page that helps when there is nothing to show.</summary>
public sealed class PageFilter(ILogger<PageFilter> logger) : IEndpointFilter
{
    // No inline script or style, nothing from another host.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        SetHeaders(http.Response.Headers);
        try
        {
            return await next(context);
        }
        catch (RefusalException refusal)
        {
            return Problem(http, refusal);
        }
    }

    /// <summary>The page, or for scripts the sentence, with its status code.</summary>
    private IResult Problem(HttpContext http, RefusalException refusal)
    {
        var status = refusal.Kind switch
        {
            RefusalKind.NotFound or RefusalKind.InvalidArgument => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status503ServiceUnavailable,
        };
        LogMessages.PageRefused(logger, http.Request.Path, status, refusal.Reason);
        http.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = "5";
        }

        return http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase)
            ? TypedResults.Text(refusal.Message, statusCode: status)
            : Page(status, refusal.Message, BelowMeet(http));
    }

    // The meet whose page may help; not when the meet's own page is what failed.
    private static string? BelowMeet(HttpContext http) =>
        http.Request.RouteValues["meet"] is string meet && Identifier.IsValid(meet) && http.Request.Path.Value?.Length > $"/meets/{meet}/".Length ? meet : null;

    /// <summary>The problem page.</summary>
    public static RazorComponentResult<ProblemPage> Page(int status, string message, string? meet = null) =>
        new(new Dictionary<string, object?>
        {
            [nameof(ProblemPage.Status)] = status,
            [nameof(ProblemPage.Message)] = message,
            [nameof(ProblemPage.MeetId)] = meet,
        })
        { StatusCode = status };

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";

        // A proxy before many viewers may answer for a second; browsers always ask.
        headers.CacheControl = "public, max-age=0, s-maxage=1";
    }
}
