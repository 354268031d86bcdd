using RaceSystem.Results.Tests.Service.Classifications;

namespace RaceSystem.Results.Tests.Service.GetClassification;

public sealed class GetClassificationTests(ResultsHost host)
{
    [Fact]
    public async Task A_version_stays_as_it_was_when_another_follows()
    {
        var meet = await PublishedMeet.RunAsync(host);
        await meet.PublishAsync();
        var before = await meet.DocumentAsync();
        await meet.DeclareAsync("", ("1", V1.ResultStatus.Dsq));
        await meet.PublishAsync();

        Assert.Equal(before, await meet.DocumentAsync(1));
        Assert.NotEqual(before, await meet.DocumentAsync());
    }

    [Fact]
    public async Task What_was_not_published_is_refused()
    {
        var meet = await PublishedMeet.RunAsync(host);
        Assert.Equal("CLASSIFICATION_UNKNOWN", (await Refused.ByAsync(() => meet.DocumentAsync())).Reason);
    }
}
