using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using RpcStatus = Google.Rpc.Status;

namespace RaceSystem.Platform.OpenApi;

/// <summary>Schemas of messages as proto3 JSON writes them, gathered while operations are described.</summary>
internal sealed class OpenApiSchemas
{
    private readonly SortedDictionary<string, JsonObject> _components = new(StringComparer.Ordinal);

    public static bool IsWellKnown(MessageDescriptor message) => WellKnown(message) is not null;

    /// <summary>The schema of a field that stands in a path or a query.</summary>
    public static JsonObject Scalar(FieldDescriptor field)
    {
        var schema = field.FieldType == FieldType.Message ? WellKnown(field.MessageType) ?? Text(null) : Primitive(field);
        return field.IsRepeated ? Array(schema) : schema;
    }

    /// <summary>A reference to a message's schema, which is added when it is new.</summary>
    public JsonObject Reference(MessageDescriptor message)
    {
        if (WellKnown(message) is { } known)
        {
            return known;
        }

        if (!_components.ContainsKey(message.FullName))
        {
            var properties = new JsonObject();

            // Added before its fields: messages may refer to themselves.
            _components.Add(message.FullName, new JsonObject { ["type"] = "object", ["properties"] = properties });
            foreach (var field in message.Fields.InDeclarationOrder())
            {
                properties[field.JsonName] = Of(field);
            }
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{message.FullName}" };
    }

    /// <summary>The schema of any field.</summary>
    public JsonObject Of(FieldDescriptor field)
    {
        if (field.IsMap)
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(field.MessageType.FindFieldByName("value")) };
        }

        var schema = field.FieldType is FieldType.Message or FieldType.Group ? Reference(field.MessageType) : Primitive(field);
        return field.IsRepeated ? Array(schema) : schema;
    }

    /// <summary>The body of an error: google.rpc.Status.</summary>
    public JsonObject Error() => Reference(RpcStatus.Descriptor);

    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, schema) in _components)
        {
            json[name] = schema;
        }

        return json;
    }

    private static JsonObject Primitive(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Bool => new JsonObject { ["type"] = "boolean" },
        FieldType.Double => Number("number", "double"),
        FieldType.Float => Number("number", "float"),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => Number("integer", "int32"),
        FieldType.UInt32 or FieldType.Fixed32 => Number("integer", "uint32"),

        // proto3 JSON writes 64-bit integers as strings.
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Text("int64"),
        FieldType.UInt64 or FieldType.Fixed64 => Text("uint64"),
        FieldType.Bytes => Text("byte"),
        FieldType.Enum => Enumeration(field.EnumType),
        _ => Text(null),
    };

    private static JsonObject? WellKnown(MessageDescriptor message) => message.FullName switch
    {
        "google.protobuf.Timestamp" => Text("date-time"),
        "google.protobuf.Duration" => Text("duration"),
        "google.protobuf.FieldMask" => Text("field-mask"),
        "google.protobuf.Struct" or "google.protobuf.Empty" => new JsonObject { ["type"] = "object" },
        "google.protobuf.Any" => new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["@type"] = Text(null) },
            ["additionalProperties"] = true,
        },
        "google.protobuf.Value" => [],
        "google.protobuf.ListValue" => Array([]),
        "google.protobuf.StringValue" => Text(null),
        "google.protobuf.BytesValue" => Text("byte"),
        "google.protobuf.BoolValue" => new JsonObject { ["type"] = "boolean" },
        "google.protobuf.DoubleValue" => Number("number", "double"),
        "google.protobuf.FloatValue" => Number("number", "float"),
        "google.protobuf.Int32Value" => Number("integer", "int32"),
        "google.protobuf.UInt32Value" => Number("integer", "uint32"),
        "google.protobuf.Int64Value" => Text("int64"),
        "google.protobuf.UInt64Value" => Text("uint64"),
        _ => null,
    };

    private static JsonObject Enumeration(EnumDescriptor type) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. type.Values.Select(value => (JsonNode)value.Name)]),
    };

    private static JsonObject Array(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Number(string type, string format) => new() { ["type"] = type, ["format"] = format };

    private static JsonObject Text(string? format) => format is null
        ? new JsonObject { ["type"] = "string" }
        : new JsonObject { ["type"] = "string", ["format"] = format };
}
