using System.Text;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Tests.Service.Classifications;

namespace RaceSystem.Results.Tests.Service.GetEvidence;

public sealed class GetEvidenceTests(ResultsHost host)
{
    [Fact]
    public async Task The_rows_come_out_of_the_evidence_byte_for_byte()
    {
        var meet = await PublishedMeet.RunAsync(host);
        await meet.DeclareAsync("", ("3", V1.ResultStatus.Dns));
        var published = await meet.PublishAsync();

        var scoring = EvidenceFile.Score(new MemoryStream(await meet.EvidenceAsync()));
        var content = ClassificationBuilder.Build(scoring, scoring.Score(), SampleMeet.RaceId, _ => { });

        Assert.Equal(published.Classification.Root, content.Root);
        Assert.Equal(published.Classification.EvidenceHash, content.EvidenceHash);
    }

    [Fact]
    public async Task Evidence_names_nobody()
    {
        var meet = await PublishedMeet.RunAsync(host);
        await meet.PublishAsync();

        var scoring = EvidenceFile.Score(new MemoryStream(await meet.EvidenceAsync()));

        var race = scoring.Score().Find(SampleMeet.RaceId)!;
        Assert.All(Enumerable.Range(0, race.RunnerCount), runner => Assert.Equal(("", ""), (race.EntryOf(runner).DisplayName, race.EntryOf(runner).Country)));
        Assert.DoesNotContain("Runner 1", Encoding.UTF8.GetString(await meet.EvidenceAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Races_that_are_published_from_the_same_records_share_their_evidence()
    {
        var meet = await PublishedMeet.RunAsync(host);
        var (first, second) = (await meet.PublishAsync(), await meet.PublishAsync());
        Assert.Equal(first.Classification.EvidenceHash, second.Classification.EvidenceHash);
        Assert.Equal(await meet.EvidenceAsync(1), await meet.EvidenceAsync(2));
    }
}
