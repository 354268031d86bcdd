using System.Text;
using Grpc.Core;
using RaceSystem.Results.Certification.Verification;
using RaceSystem.Results.Tests.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.PublishClassification;

public sealed class PublishClassificationTests(ResultsHost host)
{
    [Fact]
    public async Task What_is_published_verifies_from_its_bytes_alone()
    {
        var meet = await PublishedMeet.RunAsync(host);
        var published = await meet.PublishAsync();

        var document = await meet.DocumentAsync();
        var report = DocumentVerifier.Verify(new MemoryStream(document), published.Classification.KeyFingerprint);

        Assert.Equal((1, 3L, 3L, 0L), (report.Header.Version, report.Header.Content.RowCount, report.ShownPersons, report.HiddenPersons));
        Assert.Equal(published.Classification.Hash, report.Hash);
        Assert.True(report.IsKeyTrusted);
        Assert.Contains("\"name\":\"Runner 1\"", Encoding.UTF8.GetString(document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_go_from_provisional_over_official_to_amended_and_each_names_the_one_before()
    {
        var meet = await PublishedMeet.RunAsync(host);
        Assert.Equal("CLASSIFICATION_STATE_INVALID", (await Refused.ByAsync(() => meet.PublishAsync(ClassificationState.Official))).Reason);
        var first = await meet.PublishAsync();
        Assert.Equal("CLASSIFICATION_STATE_INVALID", (await Refused.ByAsync(() => meet.PublishAsync(ClassificationState.Amended, "why"))).Reason);
        var second = await meet.PublishAsync(ClassificationState.Official);
        Assert.Equal("CLASSIFICATION_STATE_INVALID", (await Refused.ByAsync(() => meet.PublishAsync())).Reason);
        Assert.Equal(["reason"], (await Refused.ByAsync(() => meet.PublishAsync(ClassificationState.Amended))).Fields);
        var third = await meet.PublishAsync(ClassificationState.Amended, "a time was wrong");

        Assert.Equal([1, 2, 3], [first.Classification.Version, second.Classification.Version, third.Classification.Version]);
        Assert.Equal(["", first.Classification.Hash, second.Classification.Hash], [first.Classification.PreviousHash, second.Classification.PreviousHash, third.Classification.PreviousHash]);
    }

    [Fact]
    public async Task A_repeated_request_publishes_once()
    {
        var meet = await PublishedMeet.RunAsync(host);
        var first = await meet.PublishAsync(requestId: "same");
        var again = await meet.PublishAsync(requestId: "same");

        Assert.Equal(first, again);
        Assert.Single((await meet.Client.ListClassificationsAsync(new ListClassificationsRequest { MeetId = meet.MeetId }, cancellationToken: TestContext.Current.CancellationToken)).Classifications);
    }

    [Fact]
    public async Task Official_results_wait_until_what_is_open_is_solved_or_accepted_by_name()
    {
        var meet = await host.NewMeet().Planned().Ran("1", 0, 4000, 8000).Entered("2").Passed("2", "start", 3).Gun().StandsAsync();
        var provisional = await meet.PublishAsync();
        var item = Assert.Single(provisional.Items, item => item.Kind == CheckItemKind.RunnersOnCourse);

        var refused = await Refused.ByAsync(() => meet.PublishAsync(ClassificationState.Official));
        Assert.Equal((StatusCode.FailedPrecondition, "CHECK_OPEN"), (refused.Code, refused.Reason));
        Assert.Equal([item.ItemId], refused.Fields);

        var official = await meet.PublishAsync(ClassificationState.Official, accept: item.ItemId);
        Assert.Equal([item.ItemId], official.Classification.AcceptedItemIds);
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_is_named()
    {
        var meet = await PublishedMeet.RunAsync(host);
        var refused = await Refused.ByAsync(async () => await meet.Client.PublishClassificationAsync(
            new PublishClassificationRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, AcceptedItemIds = { "" } }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("CLASSIFICATION_INVALID", refused.Reason);
        Assert.Equal(["state", "published_by", "accepted_item_ids"], refused.Fields);
    }
}
