using RaceSystem.Client;
using RaceSystem.Racectl.Calls;
using RaceSystem.Registration.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Meets;

/// <summary>Brings a meet and its timing points to the state wanted; doing it again changes nothing.</summary>
internal sealed class MeetApplier(RaceSystemClient client, PatientCalls calls)
{
    // Timing follows Registration: a meet made a moment ago may not have reached it.
    private static readonly string[] NotFollowedYet = ["MEET_UNKNOWN", "OWNER_UNAVAILABLE"];

    /// <summary>Whether anything changed.</summary>
    public async Task<bool> ApplyAsync(Meet meet, IReadOnlyCollection<TimingPoint> points, IReadOnlyCollection<TimingDevice> devices, CancellationToken cancellationToken)
    {
        var request = new ApplyMeetRequest { Meet = meet, RequestId = Guid.NewGuid().ToString("N") };
        var applied = await calls.RunAsync(options => client.Registration.ApplyMeetAsync(request, options).ResponseAsync, cancellationToken).ConfigureAwait(false);
        return await ApplyTimingPointsAsync(meet.MeetId, points, devices, cancellationToken).ConfigureAwait(false) || applied.Changed;
    }

    private async Task<bool> ApplyTimingPointsAsync(
        string meetId, IReadOnlyCollection<TimingPoint> points, IReadOnlyCollection<TimingDevice> devices, CancellationToken cancellationToken)
    {
        if (points.Count == 0 && devices.Count == 0)
        {
            return false;
        }

        var before = await StateAsync(meetId, cancellationToken).ConfigureAwait(false);
        var request = new ApplyTimingPointsRequest { MeetId = meetId, RequestId = Guid.NewGuid().ToString("N") };
        request.TimingPoints.AddRange(points);
        request.Devices.AddRange(devices);
        await calls.RunAsync(options => client.Timing.ApplyTimingPointsAsync(request, options).ResponseAsync, NotFollowedYet, cancellationToken).ConfigureAwait(false);
        return !before.SetEquals(await StateAsync(meetId, cancellationToken).ConfigureAwait(false));
    }

    private async Task<HashSet<object>> StateAsync(string meetId, CancellationToken cancellationToken)
    {
        var state = new HashSet<object>();
        var pages = Pages.FollowAsync(
            token => calls.RunAsync(
                call => client.Timing.ListTimingPointsAsync(new ListTimingPointsRequest { MeetId = meetId, PageToken = token }, call).ResponseAsync, NotFollowedYet, cancellationToken),
            page => page.NextPageToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            state.UnionWith(page.TimingPoints);
            state.UnionWith(page.Devices);
        }

        return state;
    }
}
