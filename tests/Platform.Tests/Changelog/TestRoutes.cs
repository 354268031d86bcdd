using RaceSystem.Contracts.Messages;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Platform.Tests.Changelog;

internal static class TestRoutes
{
    public static void Add(ChangelogRoutes routes) => routes
        .Publish("", range => new DeviceStatusChanged(range.Owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, range.Records))
        .Publish("gun/", range => new GunStartsChanged(range.Owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, range.Records))
        .Publish("passings/", range => new PassingsChanged(range.Owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, range.Records));
}
