using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;

namespace RaceSystem.Platform.OpenApi;

/// <summary>One operation: what stands in the path, the query and the body, and what comes back.</summary>
internal static class OpenApiOperation
{
    private const string WholeRequest = "*";

    public static JsonObject Describe(MethodDescriptor method, HttpRule rule, HttpRoute route, OpenApiSchemas schemas)
    {
        var parameters = new JsonArray();
        foreach (var field in route.Fields)
        {
            parameters.Add((JsonNode)Parameter(field, "path", OpenApiSchemas.Scalar(FieldAt(method.InputType, field))));
        }

        if (rule.Body != WholeRequest)
        {
            AddQuery(parameters, method.InputType, "", "", [.. route.Fields, rule.Body]);
        }

        var operation = new JsonObject
        {
            ["operationId"] = $"{method.Service.Name}_{method.Name}",
            ["tags"] = new JsonArray(method.Service.FullName),
            ["parameters"] = parameters,
            ["responses"] = new JsonObject
            {
                ["200"] = Content(method.IsServerStreaming ? "A stream: one JSON object a line." : "OK", schemas.Reference(method.OutputType)),
                ["default"] = Content("An error.", schemas.Error()),
            },
        };
        if (rule.Body.Length > 0)
        {
            var body = rule.Body == WholeRequest ? schemas.Reference(method.InputType) : schemas.Of(FieldAt(method.InputType, rule.Body));
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Json(body) };
        }

        return operation;
    }

    private static void AddQuery(JsonArray parameters, MessageDescriptor message, string path, string jsonPath, IReadOnlyList<string> taken)
    {
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            var name = path + field.Name;
            if (taken.Contains(name) || field.IsMap)
            {
                continue;
            }

            if (field.FieldType != FieldType.Message || OpenApiSchemas.IsWellKnown(field.MessageType))
            {
                parameters.Add((JsonNode)Parameter(jsonPath + field.JsonName, "query", OpenApiSchemas.Scalar(field)));
            }
            else if (!field.IsRepeated && path.Length == 0)
            {
                AddQuery(parameters, field.MessageType, $"{name}.", $"{field.JsonName}.", taken);
            }
        }
    }

    private static JsonObject Parameter(string name, string place, JsonObject schema) => new()
    {
        ["name"] = name,
        ["in"] = place,
        ["required"] = place == "path",
        ["schema"] = schema,
    };

    private static FieldDescriptor FieldAt(MessageDescriptor message, string path)
    {
        FieldDescriptor? field = null;
        foreach (var name in path.Split('.'))
        {
            field = (field is null ? message : field.MessageType).FindFieldByName(name)
                ?? throw new InvalidOperationException($"{message.FullName} has no field '{path}' as its google.api.http rule says.");
        }

        return field!;
    }

    private static JsonObject Content(string description, JsonObject schema) => new() { ["description"] = description, ["content"] = Json(schema) };

    private static JsonObject Json(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };
}
