using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;

namespace RaceSystem.Platform.OpenApi;

/// <summary>
/// The OpenAPI 3 document of services, made from the google.api.http annotations in their descriptors (descriptors carry
/// no comments, so there are no descriptions of fields).
/// </summary>
internal static class OpenApiDocument
{
    public static JsonObject Describe(IEnumerable<ServiceDescriptor> services)
    {
        var schemas = new OpenApiSchemas();
        var paths = new JsonObject();
        foreach (var service in services.OrderBy(service => service.FullName, StringComparer.Ordinal))
        {
            foreach (var method in service.Methods)
            {
                AddMethod(paths, method, schemas);
            }
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "RaceSystem", ["version"] = "v1" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.ToJson() },
        };
    }

    private static void AddMethod(JsonObject paths, MethodDescriptor method, OpenApiSchemas schemas)
    {
        // JSON transcoding does not serve streams of requests.
        if (method.IsClientStreaming || method.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is not { } rule)
        {
            return;
        }

        foreach (var binding in rule.AdditionalBindings.Prepend(rule))
        {
            var route = HttpRoute.Of(binding);
            if (paths[route.Path] is not JsonObject path)
            {
                paths[route.Path] = path = [];
            }

            path[route.Verb] = OpenApiOperation.Describe(method, binding, route, schemas);
        }
    }
}
