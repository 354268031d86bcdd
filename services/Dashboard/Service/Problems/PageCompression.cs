using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace RaceSystem.Dashboard.Service.Problems;

/// <summary>
/// Compresses pages and their files for thin lines, and nothing else of the host. Safe over HTTPS: pages hold no secret
/// that a repeated, compressed answer could give away. Event streams stay plain: each event is sent at once.
/// </summary>
public sealed class PageCompression : IStartupFilter
{
    private static readonly string[] Types = ["text/html", "text/css", "text/javascript", "image/svg+xml"];

    /// <summary>Registers it.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, Types));
        services.AddSingleton<IStartupFilter, PageCompression>();
    }

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseWhen(
            http => http.Request.Path == "/" || http.Request.Path.StartsWithSegments("/meets") || http.Request.Path.StartsWithSegments("/_content"),
            pages => pages.UseResponseCompression());
        next(app);
    };
}
