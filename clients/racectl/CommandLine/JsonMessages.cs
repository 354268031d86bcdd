using System.Text.Json;
using Google.Protobuf;

namespace RaceSystem.Racectl.CommandLine;

/// <summary>Messages of the contracts in their JSON form.</summary>
internal static class JsonMessages
{
    public static JsonElement Of(IMessage message)
    {
        using var document = JsonDocument.Parse(JsonFormatter.Default.Format(message));
        return document.RootElement.Clone();
    }

    public static T Read<T>(FileInfo file)
        where T : IMessage<T>, new()
    {
        try
        {
            return JsonParser.Default.Parse<T>(File.ReadAllText(file.FullName));
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw new InputException($"{file.Name}: {exception.Message}");
        }
    }
}
