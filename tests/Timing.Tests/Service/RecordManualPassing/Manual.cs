using Google.Protobuf.WellKnownTypes;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.RecordManualPassing;

/// <summary>Manual passings as tests record and read them; times in milliseconds after midnight.</summary>
internal static class Manual
{
    internal static ManualPassing At(long millis, string bib = "7", string point = "finish", string id = "", ManualPriority priority = ManualPriority.Unspecified) => new()
    {
        ManualPassingId = id,
        TimingPointId = point,
        Bib = bib,
        PassingTime = Timestamp.FromDateTime(DateTime.UnixEpoch.AddMicroseconds(Upload.Midnight + (millis * 1_000))),
        Priority = priority,
        RecordedBy = "hand timer",
    };

    internal static async Task<ManualPassing> RecordAsync(TimingHost host, ManualPassing passing, string requestId = "") =>
        (await host.Client.RecordManualPassingAsync(
            new RecordManualPassingRequest { MeetId = TimingHost.Meet, ManualPassing = passing, RequestId = requestId },
            cancellationToken: TestContext.Current.CancellationToken)).ManualPassing;

    internal static async Task<ManualPassing> RevokeAsync(TimingHost host, string id, string by = "race control", string note = "another runner", string requestId = "") =>
        (await host.Client.RevokeManualPassingAsync(
            new RevokeManualPassingRequest { MeetId = TimingHost.Meet, ManualPassingId = id, RevokedBy = by, Note = note, RequestId = requestId },
            cancellationToken: TestContext.Current.CancellationToken)).ManualPassing;

    internal static async Task<ListManualPassingsResponse> ListAsync(TimingHost host, string point = "", string bib = "", int size = 0, string token = "") =>
        await host.Client.ListManualPassingsAsync(
            new ListManualPassingsRequest { MeetId = TimingHost.Meet, TimingPointId = point, Bib = bib, PageSize = size, PageToken = token },
            cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>A host whose meet has points and the bibs 7 and 8.</summary>
    internal static async Task<TimingHost> StartAsync(string database)
    {
        var host = await TimingHost.StartAsync(database);
        host.Registration.PutBib(TimingHost.Meet, "e7", "7");
        host.Registration.PutBib(TimingHost.Meet, "e8", "8");
        await host.ApplyPointsAsync();
        return host;
    }

    /// <summary>The manual record of a bib at the finish in the log; null when there is none.</summary>
    internal static async Task<ManualPassings?> InLogAsync(TimingHost host, string bib = "7")
    {
        var page = await host.Changelog.ListAfterAsync(TimingHost.Meet, 0, 1_000, TestContext.Current.CancellationToken);
        return page.Records.Where(record => record.Key == $"manual/finish/{bib}").Select(record => TimingRecord.Parser.ParseFrom(record.Value.Span).ManualPassings).LastOrDefault();
    }
}
