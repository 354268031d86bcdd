using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Certification.Verification;
using RaceSystem.Results.Service.Storage;
using RaceSystem.Results.Service.Storage.Classifications;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Service.Classifications;

public sealed class PersonEraserTests(ResultsHost host)
{
    [Fact]
    public async Task Name_and_salt_go_while_row_place_signature_and_evidence_stay()
    {
        var meet = await PublishedMeet.RunAsync(host);
        var published = await meet.PublishAsync();
        var before = DocumentVerifier.Verify(new MemoryStream(await meet.DocumentAsync()), null);

        await meet.Register("entry/e-1", Nameless("1", Visibility.Erased)).StandsAsync();
        await Eventually.TrueAsync(async () => await StoredPersonsAsync(meet, "e-1") == 0);

        var document = await meet.DocumentAsync();
        var after = DocumentVerifier.Verify(new MemoryStream(document), published.Classification.KeyFingerprint);
        Assert.Equal((before.Hash, 2L, 1L), (after.Hash, after.ShownPersons, after.HiddenPersons));
        var text = Encoding.UTF8.GetString(document);
        Assert.DoesNotContain("Runner 1", text, StringComparison.Ordinal);
        Assert.Contains("\"bib\":\"1\"", text, StringComparison.Ordinal);
        Assert.Equal(0, await StoredPersonsAsync(meet, "e-1"));

        var scoring = EvidenceFile.Score(new MemoryStream(await meet.EvidenceAsync()));
        Assert.Equal(published.Classification.Root, ClassificationBuilder.Build(scoring, scoring.Score(), SampleMeet.RaceId, _ => { }).Root);
    }

    [Fact]
    public async Task A_version_after_the_erasure_stores_nothing_of_the_person()
    {
        var meet = await PublishedMeet.RunAsync(host);
        await meet.PublishAsync();
        await meet.Register("entry/e-1", Nameless("1", Visibility.Erased)).StandsAsync();
        await Eventually.TrueAsync(async () => await StoredPersonsAsync(meet, "e-1") == 0);

        await meet.PublishAsync();

        Assert.Equal(0, await StoredPersonsAsync(meet, "e-1"));
        Assert.Equal((2L, 1L), DocumentVerifier.Verify(new MemoryStream(await meet.DocumentAsync()), null) is var report ? (report.ShownPersons, report.HiddenPersons) : default);
    }

    [Fact]
    public async Task An_anonymous_runner_is_not_shown_in_versions_of_before_and_comes_back_with_the_name()
    {
        var meet = await PublishedMeet.RunAsync(host);
        await meet.PublishAsync();
        await meet.Register("entry/e-2", Nameless("2", Visibility.Anonymous)).StandsAsync();
        Assert.DoesNotContain("Runner 2", Encoding.UTF8.GetString(await meet.DocumentAsync()), StringComparison.Ordinal);

        await meet.Entered("2", age: 41, division: "M40").StandsAsync();
        Assert.Contains("Runner 2", Encoding.UTF8.GetString(await meet.DocumentAsync()), StringComparison.Ordinal);
    }

    private static RegistrationRecord Nameless(string bib, Visibility visibility) => new()
    {
        Entry = new EntryRecord { EntryId = "e-" + bib, RaceId = SampleMeet.RaceId, Bib = bib, Chips = { "C" + bib }, WaveId = "first", Sex = Sex.Male, Visibility = visibility },
    };

    private async Task<int> StoredPersonsAsync(SampleMeet meet, string entryId)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await context.Set<StoredPerson>().CountAsync(row => row.MeetId == meet.MeetId && row.EntryId == entryId, TestContext.Current.CancellationToken);
    }
}
