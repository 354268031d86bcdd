using System.Globalization;
using System.Text;
using Google.Api;
using Google.Protobuf.Reflection;

namespace RaceSystem.Contracts.Tests.Protos;

/// <summary>A proto file's descriptor as text: one line a method, field and value, so that a change reads as a line.</summary>
internal static class ProtoText
{
    public static string Describe(IEnumerable<FileDescriptor> files)
    {
        var text = new StringBuilder();
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"# {file.Name}\n");
            foreach (var method in file.Services.SelectMany(service => service.Methods))
            {
                text.Append(CultureInfo.InvariantCulture, $"rpc {method.FullName}({Stream(method.IsClientStreaming)}{method.InputType.Name}) ");
                text.Append(CultureInfo.InvariantCulture, $"returns ({Stream(method.IsServerStreaming)}{method.OutputType.Name}){Route(method)}\n");
            }

            foreach (var message in file.MessageTypes)
            {
                Describe(message, text);
            }

            foreach (var value in file.EnumTypes.SelectMany(type => type.Values))
            {
                text.Append(CultureInfo.InvariantCulture, $"enum {value.EnumDescriptor.FullName}: {value.Name} = {value.Number}\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Describe(MessageDescriptor message, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"message {message.FullName}\n");
        foreach (var field in message.Fields.InFieldNumberOrder())
        {
            var choice = field.RealContainingOneof is { } oneof ? $" (one of {oneof.Name})" : "";
            text.Append(CultureInfo.InvariantCulture, $"  {field.FieldNumber}: {Type(field)} {field.Name}{choice}\n");
        }

        foreach (var nested in message.NestedTypes)
        {
            Describe(nested, text);
        }
    }

    private static string Type(FieldDescriptor field)
    {
        var type = field.FieldType switch
        {
            FieldType.Message => field.MessageType.FullName,
            FieldType.Enum => field.EnumType.FullName,
            _ => field.FieldType.ToString().ToLowerInvariant(),
        };
        return field.IsRepeated ? $"repeated {type}" : type;
    }

    private static string Stream(bool streaming) => streaming ? "stream " : "";

    private static string Route(MethodDescriptor method)
    {
        var rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);
        return rule?.PatternCase switch
        {
            null or HttpRule.PatternOneofCase.None => "",
            HttpRule.PatternOneofCase.Get => $" GET {rule.Get}",
            HttpRule.PatternOneofCase.Put => $" PUT {rule.Put} body {rule.Body}",
            HttpRule.PatternOneofCase.Post => $" POST {rule.Post} body {rule.Body}",
            HttpRule.PatternOneofCase.Patch => $" PATCH {rule.Patch} body {rule.Body}",
            HttpRule.PatternOneofCase.Delete => $" DELETE {rule.Delete}",
            _ => $" {rule.PatternCase}",
        };
    }
}
