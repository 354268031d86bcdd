using System.Globalization;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Hosting;

namespace RaceSystem.Timing.EdgeAgent;

/// <summary>One decoder in the settings: <c>EdgeAgent:Decoders:0</c> …</summary>
internal sealed class DecoderOptions
{
    /// <summary>Names it on the page and in logs.</summary>
    public string Id { get; set; } = "";

    /// <summary>Name of the protocol.</summary>
    public string Protocol { get; set; } = "";

    /// <summary>Address to listen on, or to dial; loopback unless told otherwise.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>TCP port; absent: the protocol's usual one.</summary>
    public int? Port { get; set; }

    /// <summary>Device of every location that <see cref="Locations"/> does not list.</summary>
    public string Device { get; set; } = "";

    /// <summary>Device of each location that the decoder names; <c>-</c> drops its reads.</summary>
    public Dictionary<string, string> Locations { get; } = new(StringComparer.Ordinal);

    /// <summary>Zone of the decoder's local times: IANA name or offset such as <c>+02:00</c>.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Date of times that come without one, <c>2026-04-05</c>; empty: the one nearest to now.</summary>
    public string Date { get; set; } = "";

    /// <summary>What the protocol is told.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>As the runner takes it.</summary>
    internal DecoderSettings ToSettings()
    {
        var devices = new Dictionary<string, string>(Locations, StringComparer.Ordinal);
        if (Device.Length > 0)
        {
            devices[DecoderSettings.AnyLocation] = Device;
        }

        return new DecoderSettings(
            Id,
            Protocol,
            Address,
            Port ?? DecoderProtocols.Find(Protocol)?.DefaultPort ?? 0,
            devices,
            DeviceTimes.ZoneOf(TimeZone) ?? TimeZoneInfo.Utc,
            DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
            Settings);
    }

    /// <summary>What is wrong, for a person.</summary>
    internal IEnumerable<string> Problems(string path)
    {
        foreach (var (field, problem) in DecoderSettingsCheck.Problems(ToSettings(), DecoderProtocols.Find(Protocol)))
        {
            yield return $"{path}:{NameOf(field)}: {problem}";
        }

        if (DeviceTimes.ZoneOf(TimeZone) is null)
        {
            yield return $"{path}:TimeZone: '{TimeZone}' is no time zone: use an IANA name such as Europe/Warsaw, or an offset such as +02:00.";
        }

        if (Date.Length > 0 && !DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            yield return $"{path}:Date: '{Date}' is no date: write it like 2026-04-05, or leave it out for the date nearest to now.";
        }
    }

    private static string NameOf(string field) => field switch
    {
        "decoder_id" => "Id",
        "devices" => "Device",
        _ => char.ToUpperInvariant(field[0]) + field[1..],
    };
}
