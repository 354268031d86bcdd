using Microsoft.AspNetCore.Http;

namespace RaceSystem.Dashboard.Service.Problems;

/// <summary>
/// Whether a form was sent from our own page. Browsers say so themselves; a program that sends neither header acts for
/// nobody else.
/// </summary>
public static class SameOrigin
{
    /// <summary>Judges a request that changes something.</summary>
    public static bool Sent(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();

        // The proxy in front may speak https: the host is what counts.
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
