namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>How one decoder is reached and whose reads it delivers.</summary>
/// <param name="DecoderId">Names it in states, dead letters and logs.</param>
/// <param name="Protocol">Name of the protocol.</param>
/// <param name="Address">
/// Where it listens: the IP address to bind, empty for every one. Where it dials: a host name or IP address. For an HTTP
/// stream also a whole <c>http://</c> or <c>https://</c> address. Unused by webhooks.
/// </param>
/// <param name="Port">TCP port; 0: a free one to listen on, the protocol's usual one to dial.</param>
/// <param name="Devices">
/// Device of each location that the decoder names; <see cref="AnyLocation"/> or the empty name stands for those not listed.
/// <see cref="Ignored"/> as device drops a location's reads knowingly.
/// </param>
/// <param name="Zone">Zone of the decoder's local times.</param>
/// <param name="Date">Date of times that come without one; null: the one nearest to now.</param>
/// <param name="Settings">What the protocol is told.</param>
public sealed record DecoderSettings(
    string DecoderId,
    string Protocol,
    string Address,
    int Port,
    IReadOnlyDictionary<string, string> Devices,
    TimeZoneInfo Zone,
    DateOnly? Date,
    IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>Every location that is not listed.</summary>
    public const string AnyLocation = "*";

    /// <summary>In place of a device: the reads of this location are acknowledged and dropped, and counted as ignored.</summary>
    public const string Ignored = "-";

    /// <summary>The device of a location; null when none was declared.</summary>
    public string? DeviceOf(string location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return Devices.GetValueOrDefault(location) ?? Devices.GetValueOrDefault(AnyLocation) ?? Devices.GetValueOrDefault("");
    }
}
