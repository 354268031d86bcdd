using System.Globalization;
using System.Net;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ApplyDecoders;

/// <summary>Refuses settings that no decoder can run with, and names the field.</summary>
internal static class ApplyDecodersValidator
{
    internal static void Validate(ApplyDecodersRequest request)
    {
        if (request.Decoders.Count > Limits.Decoders || request.RemovedDecoderIds.Count > Limits.Decoders)
        {
            throw RefusalException.Invalid("TOO_MANY_DECODERS", "decoders", $"a meet has at most {Limits.Decoders} decoders.");
        }

        for (var i = 0; i < request.Decoders.Count; i++)
        {
            Validate(request.Decoders[i], $"decoders[{i}]");
        }

        RequireDistinct(request.Decoders.Select(decoder => decoder.DecoderId).Concat(request.RemovedDecoderIds), StringComparer.Ordinal, "decoders");
    }

    private static void Validate(Decoder decoder, string field)
    {
        Identifier.Require(decoder.DecoderId, $"{field}.decoder_id");
        RequireLength(decoder.DecoderId, Limits.DecoderIdLength, $"{field}.decoder_id");
        var protocol = DecoderProtocols.Find(decoder.Protocol)
            ?? throw RefusalException.Invalid("PROTOCOL_UNKNOWN", $"{field}.protocol", $"is not a protocol: use one of {string.Join(", ", DecoderProtocols.All.Select(known => known.Name))}.");
        ValidateAddress(decoder, protocol, field);
        ValidateLocations(decoder, field);
        if (decoder.TimeZone.Length > 0 && DeviceTimes.ZoneOf(decoder.TimeZone) is null)
        {
            throw RefusalException.Invalid("TIME_ZONE_INVALID", $"{field}.time_zone", "is neither an IANA time zone nor an offset such as +09:00.");
        }

        if (decoder.Date.Length > 0 && !DateOnly.TryParseExact(decoder.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            throw RefusalException.Invalid("DATE_INVALID", $"{field}.date", "is not a date such as 2026-04-05.");
        }

        if (decoder.Settings.Count > Limits.DecoderSettings)
        {
            throw RefusalException.Invalid("TOO_MANY_SETTINGS", $"{field}.settings", $"a decoder has at most {Limits.DecoderSettings} settings.");
        }

        foreach (var (name, value) in decoder.Settings)
        {
            RequireLength(name, Limits.DecoderTextLength, $"{field}.settings");
            RequireLength(value, Limits.DecoderTextLength, $"{field}.settings");
        }
    }

    private static void ValidateAddress(Decoder decoder, DecoderProtocol protocol, string field)
    {
        RequireLength(decoder.Address, Limits.DecoderTextLength, $"{field}.address");
        if (decoder.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw RefusalException.Invalid("PORT_INVALID", $"{field}.port", $"is {decoder.Port}: a TCP port is at most {IPEndPoint.MaxPort}.");
        }

        var problem = protocol.Transport switch
        {
            DecoderTransport.Listen when decoder.Address.Length > 0 && !IPAddress.TryParse(decoder.Address, out _) => "is not an IP address to listen at, such as 127.0.0.1 or 0.0.0.0.",
            DecoderTransport.Dial when Uri.CheckHostName(decoder.Address) == UriHostNameType.Unknown => "is not a host name or IP address to dial.",
            DecoderTransport.HttpStream when !IsHttpAddress(decoder.Address) => "is not a host name, an IP address or an http:// address to read from.",
            _ => "",
        };
        if (problem.Length > 0)
        {
            throw RefusalException.Invalid("ADDRESS_INVALID", $"{field}.address", problem);
        }
    }

    private static bool IsHttpAddress(string address) =>
        Uri.CheckHostName(address) != UriHostNameType.Unknown
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));

    private static void ValidateLocations(Decoder decoder, string field)
    {
        if (decoder.Locations.Count is 0 or > Limits.DecoderLocations)
        {
            throw RefusalException.Invalid("LOCATIONS_INVALID", $"{field}.locations", $"has {decoder.Locations.Count} locations: name 1 to {Limits.DecoderLocations}, with an empty location for a decoder that has only one.");
        }

        for (var i = 0; i < decoder.Locations.Count; i++)
        {
            RequireLength(decoder.Locations[i].Location, Limits.DecoderTextLength, $"{field}.locations[{i}].location");
            if (decoder.Locations[i].DeviceId != DecoderSettings.Ignored)
            {
                Identifier.Require(decoder.Locations[i].DeviceId, $"{field}.locations[{i}].device_id");
            }
        }

        RequireDistinct(decoder.Locations.Select(location => location.Location), StringComparer.OrdinalIgnoreCase, $"{field}.locations");
    }

    private static void RequireLength(string text, int most, string field)
    {
        if (text.Length > most)
        {
            throw RefusalException.Invalid("TEXT_TOO_LONG", field, $"has {text.Length} characters: at most {most}.");
        }
    }

    private static void RequireDistinct(IEnumerable<string> names, IEqualityComparer<string> comparer, string field)
    {
        if (names.GroupBy(name => name, comparer).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw RefusalException.Invalid("ID_DUPLICATE", field, $"'{twice.Key}' is given twice.");
        }
    }
}
