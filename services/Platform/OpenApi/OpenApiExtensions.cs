using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace RaceSystem.Platform.OpenApi;

/// <summary>Serves the OpenAPI document of the host's gRPC services.</summary>
internal static class OpenApiExtensions
{
    public const string Path = "/openapi/v1.json";

    public static void MapOpenApiDocument(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, (IEnumerable<EndpointDataSource> sources) =>
    {
        var services = sources.SelectMany(source => source.Endpoints).SelectMany(MappedServices.Of).Distinct();
        return TypedResults.Content(OpenApiDocument.Describe(services).ToJsonString(), "application/json");
    }).ExcludeFromDescription();
}
