using Microsoft.AspNetCore.Http;

namespace RaceSystem.Dashboard.Service.Desk;

/// <summary>Who sits at this browser: asked once and remembered, so that every record says who.</summary>
public static class OperatorName
{
    /// <summary>Most characters.</summary>
    public const int MaxLength = 100;

    private const string Cookie = "racesystem-who";

    /// <summary>Who acted last from this browser; empty: nobody yet.</summary>
    public static string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies[Cookie] is { Length: <= MaxLength } who ? who : "";
    }

    /// <summary>Remembers who acted.</summary>
    public static void Remember(HttpResponse response, string who)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Cookies.Append(Cookie, who, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(30), Path = "/meets" });
    }
}
