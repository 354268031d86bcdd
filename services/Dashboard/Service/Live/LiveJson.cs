using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using RaceSystem.Dashboard.Service.Control;
using RaceSystem.Dashboard.Service.Leaders;
using RaceSystem.Dashboard.Service.Meets;
using RaceSystem.Dashboard.Service.Races;
using RaceSystem.Dashboard.Service.TimingPoints;

namespace RaceSystem.Dashboard.Service.Live;

/// <summary>JSON of the event streams: camel case, letters of any script as they are, without reflection.</summary>
[JsonSerializable(typeof(StandingsMessage))]
[JsonSerializable(typeof(ProgressMessage))]
[JsonSerializable(typeof(LeadersMessage))]
[JsonSerializable(typeof(TimingPointsMessage))]
[JsonSerializable(typeof(ControlMessage))]
public sealed partial class LiveJson : JsonSerializerContext
{
    /// <summary>The one to use.</summary>
    public static LiveJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
