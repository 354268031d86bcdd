using System.Globalization;
using RaceSystem.Client;
using RaceSystem.Racectl.Calls;
using RaceSystem.Registration.V1;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Reads;

/// <summary>Makes sure that the import's points and devices are there, and finds out how its times are meant.</summary>
internal sealed class ImportPreparation(RaceSystemClient client, PatientCalls calls, ImportReadsOptions options)
{
    // Timing follows Registration: a meet made a moment ago may not have reached it.
    private static readonly string[] NotFollowedYet = ["MEET_UNKNOWN", "OWNER_UNAVAILABLE"];

    /// <summary>Ids of points and devices that were made.</summary>
    public List<string> Created { get; } = [];

    public async Task<DeclaredTimes> RunAsync(CancellationToken cancellationToken)
    {
        var request = new GetMeetRequest { MeetId = options.MeetId };
        var meet = (await calls.RunAsync(call => client.Registration.GetMeetAsync(request, call).ResponseAsync, cancellationToken).ConfigureAwait(false)).Meet;
        var (points, devices) = await ListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var place in options.Places.All)
        {
            if (devices.TryGetValue(place.DeviceId, out var device) && device.TimingPointId != place.PointId)
            {
                throw new InputException($"Device '{place.DeviceId}' stands at timing point '{device.TimingPointId}', not at '{place.PointId}': name that point, or another device.");
            }
        }

        var times = TimesOf(meet, devices);
        await CreateAsync(points, devices, cancellationToken).ConfigureAwait(false);
        return times;
    }

    private DeclaredTimes TimesOf(Meet meet, Dictionary<string, TimingDevice> devices)
    {
        var (zone, zoneFrom) = options.TimeZone is { } given ? (given, "option") : DeviceZone(devices) is { Length: > 0 } own ? (own, "device") : (meet.TimeZone.Length == 0 ? "UTC" : meet.TimeZone, "meet");
        var found = DeviceTimes.ZoneOf(zone) ?? throw new InputException($"'{zone}' ({zoneFrom}) is neither a time zone of this machine nor an offset such as +09:00: give one with --time-zone.");
        var raceDay = DateOnly.TryParseExact(meet.RaceDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        return new DeclaredTimes(found, zoneFrom, options.Date ?? raceDay, options.Date is null ? "meet" : "option");
    }

    private string DeviceZone(Dictionary<string, TimingDevice> devices)
    {
        var zones = options.Places.All.Select(place => devices.GetValueOrDefault(place.DeviceId)?.TimeZone ?? "").Distinct().ToArray();
        return zones.Length == 1 ? zones[0] : throw new InputException($"The devices have different time zones ({string.Join(", ", zones.Select(zone => zone.Length == 0 ? "the meet's" : zone))}) and the file is one: give its zone with --time-zone.");
    }

    private async Task CreateAsync(Dictionary<string, TimingPoint> points, Dictionary<string, TimingDevice> devices, CancellationToken cancellationToken)
    {
        var request = new ApplyTimingPointsRequest { MeetId = options.MeetId, RequestId = Guid.NewGuid().ToString("N") };
        request.TimingPoints.AddRange(options.Places.All.Select(place => place.PointId).Distinct().Where(id => !points.ContainsKey(id)).Select(id => new TimingPoint { TimingPointId = id, DisplayName = id }));
        request.Devices.AddRange(options.Places.All.Where(place => !devices.ContainsKey(place.DeviceId)).Select(place => new TimingDevice
        {
            DeviceId = place.DeviceId,
            TimingPointId = place.PointId,
            DisplayName = place.DeviceId,
            TimeZone = options.TimeZone ?? "",

            // A file is of another day than today as a rule.
            ClockCheck = ClockCheck.Off,
        }));
        if (request.TimingPoints.Count + request.Devices.Count == 0)
        {
            return;
        }

        await calls.RunAsync(call => client.Timing.ApplyTimingPointsAsync(request, call).ResponseAsync, NotFollowedYet, cancellationToken).ConfigureAwait(false);
        Created.AddRange(request.TimingPoints.Select(point => $"timing point {point.TimingPointId}"));
        Created.AddRange(request.Devices.Select(device => $"device {device.DeviceId}"));
    }

    private async Task<(Dictionary<string, TimingPoint> Points, Dictionary<string, TimingDevice> Devices)> ListAsync(CancellationToken cancellationToken)
    {
        var points = new Dictionary<string, TimingPoint>(StringComparer.Ordinal);
        var devices = new Dictionary<string, TimingDevice>(StringComparer.Ordinal);
        var pages = Pages.FollowAsync(
            token => calls.RunAsync(
                call => client.Timing.ListTimingPointsAsync(new ListTimingPointsRequest { MeetId = options.MeetId, PageToken = token }, call).ResponseAsync, NotFollowedYet, cancellationToken),
            page => page.NextPageToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            page.TimingPoints.ToList().ForEach(point => points[point.TimingPointId] = point);
            page.Devices.ToList().ForEach(device => devices[device.DeviceId] = device);
        }

        return (points, devices);
    }
}
