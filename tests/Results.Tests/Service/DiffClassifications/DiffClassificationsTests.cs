using RaceSystem.Results.Tests.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.DiffClassifications;

public sealed class DiffClassificationsTests(ResultsHost host)
{
    [Fact]
    public async Task Rows_that_came_went_and_changed_are_named_field_by_field()
    {
        var meet = await PublishedMeet.RunAsync(host);
        await meet.PublishAsync();
        await meet.DeclareAsync("", ("1", ResultStatus.Dsq));
        await meet.Ran("4", 2, 4000, 8200).StandsAsync();
        await meet.PublishAsync();

        var diff = await DiffAsync(meet);

        Assert.Equal((1, 0, 2), (diff.AddedCount, diff.RemovedCount, diff.ChangedCount));
        var disqualified = Assert.Single(diff.Changes, change => change.Bib == "1");
        Assert.Contains(disqualified.Fields, field => field is { Field: "status", Before: "\"FINISHED\"", After: "\"DSQ\"" });
        Assert.Contains(disqualified.Fields, field => field is { Field: "place", Before: "1", After: "" });
        var movedUp = Assert.Single(diff.Changes, change => change.Bib == "2");
        Assert.Contains(movedUp.Fields, field => field is { Field: "place", Before: "2", After: "1" });
        Assert.DoesNotContain(movedUp.Fields, field => field.Field == "person");
        Assert.Equal(RowChangeKind.Added, Assert.Single(diff.Changes, change => change.Bib == "4").Kind);
    }

    [Fact]
    public async Task Pages_hold_every_change_once()
    {
        var meet = await PublishedMeet.RunAsync(host);
        await meet.PublishAsync();
        await meet.DeclareAsync("", ("1", ResultStatus.Dsq));
        await meet.PublishAsync();

        var first = await DiffAsync(meet, pageSize: 1);
        var second = await DiffAsync(meet, pageSize: 1, first.NextPageToken);

        Assert.Equal(["1", "2"], new[] { first.Changes[0].Bib, second.Changes[0].Bib }.Order());
        Assert.Equal("", second.NextPageToken);
    }

    [Fact]
    public async Task There_is_nothing_before_the_first_version()
    {
        var meet = await PublishedMeet.RunAsync(host);
        await meet.PublishAsync();
        Assert.Equal("CLASSIFICATION_UNKNOWN", (await Refused.ByAsync(() => DiffAsync(meet))).Reason);
    }

    private static async Task<DiffClassificationsResponse> DiffAsync(SampleMeet meet, int pageSize = 0, string pageToken = "") =>
        await meet.Client.DiffClassificationsAsync(
            new DiffClassificationsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, PageSize = pageSize, PageToken = pageToken }, cancellationToken: TestContext.Current.CancellationToken);
}
