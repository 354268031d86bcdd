using Microsoft.EntityFrameworkCore;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>Reads decoders with what they depend on, without a meet's reads.</summary>
internal sealed class DecoderSpecs(IDbContextFactory<TimingDbContext> contexts, MeetRegistry registry)
{
    /// <summary>All decoders, disabled ones too; of one meet, or of all when it is null.</summary>
    internal async Task<List<DecoderSpec>> LoadAsync(string? meetId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Decoders.AsNoTracking().Where(row => meetId == null || row.MeetId == meetId).ToListAsync(cancellationToken);
        var specs = new List<DecoderSpec>();
        foreach (var ofMeet in rows.GroupBy(row => row.MeetId, StringComparer.Ordinal))
        {
            var meet = await registry.RequireMeetAsync(ofMeet.Key, cancellationToken);
            var devices = await context.TimingDevices.AsNoTracking().Where(row => row.MeetId == ofMeet.Key).ToDictionaryAsync(row => row.DeviceId, StringComparer.Ordinal, cancellationToken);
            specs.AddRange(ofMeet.Select(row => SpecOf(row, devices, meet.TimeZone)));
        }

        return specs;
    }

    /// <summary>The devices of a decoder's locations, without the mark for locations that are ignored.</summary>
    internal static IEnumerable<string> DevicesOf(Decoder decoder) =>
        decoder.Locations.Select(location => location.DeviceId).Where(device => device != DecoderSettings.Ignored).Distinct(StringComparer.Ordinal);

    private static DecoderSpec SpecOf(DecoderRow row, Dictionary<string, TimingDeviceRow> devices, string meetZone)
    {
        var decoder = Decoder.Parser.ParseFrom(row.Settings);
        var own = DevicesOf(decoder).Select(devices.GetValueOrDefault).OfType<TimingDeviceRow>().ToList();
        var zone = decoder.TimeZone.Length > 0 ? decoder.TimeZone : own.Select(device => device.TimeZone).FirstOrDefault(text => text.Length > 0) ?? meetZone;
        return new DecoderSpec(
            row.MeetId,
            decoder,
            zone,
            own.ToDictionary(device => device.DeviceId, device => device.TimingPointId, StringComparer.Ordinal),
            own.Where(device => device.ChecksClock).Select(device => device.DeviceId).ToHashSet(StringComparer.Ordinal));
    }
}
