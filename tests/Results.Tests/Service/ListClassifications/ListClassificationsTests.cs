using RaceSystem.Results.Tests.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ListClassifications;

public sealed class ListClassificationsTests(ResultsHost host)
{
    [Fact]
    public async Task Pages_hold_every_version_once_and_in_order()
    {
        var meet = await PublishedMeet.RunAsync(host);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await meet.PublishAsync();
        }

        var versions = new List<int>();
        var request = new ListClassificationsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, PageSize = 2 };
        do
        {
            var page = await meet.Client.ListClassificationsAsync(request, cancellationToken: TestContext.Current.CancellationToken);
            versions.AddRange(page.Classifications.Select(version => version.Version));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal([1, 2, 3], versions);
    }
}
