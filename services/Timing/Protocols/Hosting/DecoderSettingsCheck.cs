using System.Net;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>Says what is wrong with settings before a runner is made of them.</summary>
public static class DecoderSettingsCheck
{
    private const int MaxSettings = 50;
    private const int MaxLocations = 200;
    private const int MaxNameLength = 200;

    /// <summary>What is wrong, for a person, each with the field that it is about; nothing when all is right.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="protocol">Their protocol; null when there is none of the name.</param>
    public static IEnumerable<(string Field, string Problem)> Problems(DecoderSettings settings, DecoderProtocol? protocol)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!Identifier.IsValid(settings.DecoderId))
        {
            yield return ("decoder_id", $"'{Cut(settings.DecoderId)}' is no id: use lower-case letters, digits and '-'.");
        }

        if (protocol is null)
        {
            yield return ("protocol", $"'{Cut(settings.Protocol)}' is no protocol: use one of {string.Join(", ", DecoderProtocols.All.Select(known => known.Name))}.");
        }
        else if (AddressProblem(settings, protocol) is { } problem)
        {
            yield return ("address", problem);
        }

        if (settings.Port is < 0 or > ushort.MaxValue)
        {
            yield return ("port", $"{settings.Port} is no TCP port: use 0 to {ushort.MaxValue}.");
        }

        if (settings.Devices.Count is 0 or > MaxLocations)
        {
            yield return ("devices", $"has {settings.Devices.Count} locations: declare the device of each location, or of '{DecoderSettings.AnyLocation}' for every one; at most {MaxLocations}.");
        }

        foreach (var (location, device) in settings.Devices)
        {
            if (location.Length > MaxNameLength || (device != DecoderSettings.Ignored && !Identifier.IsValid(device)))
            {
                yield return ("devices", $"'{Cut(device)}' of location '{Cut(location)}' is no device: use its id, or '{DecoderSettings.Ignored}' to drop the location's reads.");
            }
        }

        if (settings.Settings.Count > MaxSettings || settings.Settings.Any(setting => setting.Key.Length > MaxNameLength || setting.Value.Length > MaxNameLength))
        {
            yield return ("settings", $"at most {MaxSettings} settings, names and values of at most {MaxNameLength} characters.");
        }
    }

    private static string? AddressProblem(DecoderSettings settings, DecoderProtocol protocol) => protocol.Transport switch
    {
        DecoderTransport.Listen when settings.Address.Length > 0 && !IPAddress.TryParse(settings.Address, out _) =>
            $"'{Cut(settings.Address)}' is no IP address of this machine to listen on: use one, such as 127.0.0.1, or none for every one.",
        DecoderTransport.Dial when Uri.CheckHostName(settings.Address) == UriHostNameType.Unknown =>
            $"'{Cut(settings.Address)}' is no host name or IP address of a decoder to connect to.",
        DecoderTransport.HttpStream when Uri.CheckHostName(settings.Address) == UriHostNameType.Unknown
            && !(Uri.TryCreate(settings.Address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https") =>
            $"'{Cut(settings.Address)}' is no host name, IP address or http address of a reader.",
        _ => null,
    };

    private static string Cut(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
