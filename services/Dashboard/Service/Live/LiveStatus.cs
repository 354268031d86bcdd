using System.Globalization;
using System.Text;

namespace RaceSystem.Dashboard.Service.Live;

/// <summary>The events that every stream has besides its data.</summary>
public static class LiveStatus
{
    /// <summary>Sign of life: a page that hears nothing for a while connects again.</summary>
    public static LiveEvent Heartbeat { get; } = new("heartbeat", "{}"u8.ToArray());

    /// <summary>Whether the service behind the stream is there, and if not, since when.</summary>
    public static LiveEvent Event(string service, DateTimeOffset? staleSince)
    {
        // Service names are ours (letters only), so the text needs no escaping.
        var since = staleSince is { } moment ? $"\"{moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\"" : "null";
        return new LiveEvent("status", Encoding.UTF8.GetBytes($$"""{"service":"{{service}}","staleSince":{{since}}}"""));
    }
}
