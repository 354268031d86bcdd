using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using RaceSystem.Dashboard.Service.Problems;

namespace RaceSystem.Dashboard.Service.Assets;

/// <summary>
/// Style sheet, script and icon, embedded in the assembly: they are there in every host, from any folder, run from
/// sources or published.
/// </summary>
public static class PageAssets
{
    /// <summary>Path of the files.</summary>
    public const string Prefix = "/_content/RaceSystem.Dashboard.Service";

    private static readonly FrozenDictionary<string, Asset> Files = Load().ToFrozenDictionary(asset => asset.Name);

    /// <summary>The style sheet.</summary>
    public static Asset Style { get; } = Files["dashboard.css"];

    /// <summary>What only the officials' pages need beside it.</summary>
    public static Asset DeskStyle { get; } = Files["desk.css"];

    /// <summary>The script.</summary>
    public static Asset Script { get; } = Files["dashboard.js"];

    /// <summary>The icon.</summary>
    public static Asset Icon { get; } = Files["icon.svg"];

    /// <summary>Maps the files, and the icon that browsers ask for by themselves.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Prefix + "/{name}", (string name, HttpContext http) => Files.TryGetValue(name, out var asset) ? (IResult)Send(asset, http) : TypedResults.NotFound());
        endpoints.MapPage("/favicon.ico", (HttpContext http) => Send(Icon, http));
    }

    private static FileContentHttpResult Send(Asset asset, HttpContext http)
    {
        http.Response.Headers.CacheControl = http.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
    }

    private static IEnumerable<Asset> Load()
    {
        const string prefix = "asset:";
        var assembly = typeof(PageAssets).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var name = resource[prefix.Length..];
            yield return new Asset(name, ContentType(name), content, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
        }
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        _ => "image/svg+xml",
    };
}
