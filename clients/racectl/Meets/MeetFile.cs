using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using RaceSystem.Registration.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Meets;

/// <summary>
/// A meet as people write it: the JSON form of <c>racesystem.registration.v1.Meet</c>, with <c>timingPoints</c> and
/// <c>devices</c> (racesystem.timing.v1) beside the meet's own fields where wanted, and <c>ageBands</c> beside a race's divisions.
/// </summary>
internal sealed record MeetFile(Meet Meet, IReadOnlyList<TimingPoint> TimingPoints, IReadOnlyList<TimingDevice> Devices)
{
    public static MeetFile Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {exception.Message}");
        }
        catch (Exception exception) when (exception is JsonException or InvalidProtocolBufferException or InvalidJsonException or FormatException)
        {
            throw new InputException($"{path} is not a meet in JSON: {exception.Message}");
        }
    }

    public static MeetFile Parse(string json)
    {
        var documentOptions = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var root = JsonNode.Parse(json, documentOptions: documentOptions) as JsonObject
            ?? throw new JsonException("the file must hold one JSON object.");
        var points = Take<TimingPoint>(root, "timingPoints", "timing_points");
        var devices = Take<TimingDevice>(root, "devices", "devices");
        var bands = TakeBands(root);
        var meet = JsonParser.Default.Parse<Meet>(root.ToJsonString());
        foreach (var (race, ageBands) in bands)
        {
            meet.Races[race].Divisions.AddRange(ageBands.Divisions());
        }

        return new MeetFile(meet, points, devices);
    }

    /// <summary>Age bands by the race that has them; their divisions come after those the race names.</summary>
    private static List<(int Race, AgeBands Bands)> TakeBands(JsonObject root)
    {
        var found = new List<(int, AgeBands)>();
        for (var race = 0; root["races"] is JsonArray races && race < races.Count; race++)
        {
            if (races[race] is JsonObject definition && definition["ageBands"] is { } node)
            {
                definition.Remove("ageBands");
                found.Add((race, AgeBands.Parse(node)));
            }
        }

        return found;
    }

    private static List<T> Take<T>(JsonObject root, string name, string protoName)
        where T : IMessage<T>, new()
    {
        var node = root[name] ?? root[protoName];
        root.Remove(name);
        root.Remove(protoName);
        return node switch
        {
            null => [],
            JsonArray items => [.. items.Select(item => JsonParser.Default.Parse<T>(item?.ToJsonString() ?? "null"))],
            _ => throw new JsonException($"{name} must be an array."),
        };
    }
}
