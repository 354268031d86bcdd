using System.Text;
using System.Text.RegularExpressions;
using RaceSystem.Results.Certification.Verification;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Certification.Verification;

public sealed class ReproductionTests
{
    [Fact]
    public void A_document_comes_out_of_its_evidence_whoever_was_erased()
    {
        var random = new Random(Seed.Next());
        using var field = new CertifiedField(random, 60);
        for (var round = 0; round < 5; round++)
        {
            var erased = Enumerable.Range(0, 60).Where(_ => random.Next(3) == 0).Select(i => $"e{i}").ToHashSet();
            var result = Reproduction.Of(new MemoryStream(field.Document(erased)), new MemoryStream(field.Evidence), field.Key.Public.Fingerprint);

            Assert.True(result.IsSame, string.Join('\n', result.Differences));
            Assert.Equal(60, result.Rows);
        }
    }

    [Fact]
    public void Rows_that_the_evidence_does_not_give_are_told_runner_by_runner()
    {
        var random = new Random(Seed.Next());
        using var field = new CertifiedField(random, 20);
        using var forged = field.Forged(line => Regex.Replace(line, "(\"person\":\"[0-9a-f]{64}\",\"place\":)1,", "${1}2,"));

        var result = Reproduction.Of(new MemoryStream(forged.Document()), new MemoryStream(field.Evidence), null);

        Assert.False(result.IsSame);
        Assert.Contains("place 2 → 1", Assert.Single(result.Differences), StringComparison.Ordinal);
    }

    [Fact]
    public void Awards_that_the_evidence_does_not_give_are_told()
    {
        using var field = new CertifiedField(new Random(Seed.Next()), 40);
        var awards = field.Signed.Header.Content.Awards!;
        Assert.NotEmpty(awards);
        using var forged = field.WithAwards([awards[0] with { Winners = [.. awards[0].Winners.Select(winner => winner with { EntryId = "e0", Bib = "1" })] }, .. awards.Skip(1)]);

        var result = Reproduction.Of(new MemoryStream(forged.Document()), new MemoryStream(field.Evidence), null);

        Assert.False(result.IsSame);
        Assert.Contains(result.Differences, difference => difference.StartsWith($"award {awards[0].AwardId}", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_published_before_awards_were_signed_verifies_and_reproduces_as_it_was()
    {
        using var field = new CertifiedField(new Random(Seed.Next()), 60);
        using var first = field.AsFirstForm();
        var document = first.Document(new HashSet<string> { "e1" });

        Assert.Contains("\"format\":\"racesystem-classification/1\"", Encoding.UTF8.GetString(document), StringComparison.Ordinal);
        Assert.Equal((59L, 1L), DocumentVerifier.Verify(new MemoryStream(document), null) is var report ? (report.ShownPersons, report.HiddenPersons) : default);
        var result = Reproduction.Of(new MemoryStream(document), new MemoryStream(first.Evidence), first.Key.Public.Fingerprint);
        Assert.True(result.IsSame, string.Join('\n', result.Differences));

        // The fault that outcomes repair: without attributes everybody meets the condition that asks for none.
        Assert.Contains(first.Parts.SelectMany(part => part.Read()), line => Encoding.UTF8.GetString(line).Contains("unreachable", StringComparison.Ordinal));
        Assert.NotEqual(first.Signed.Header.Content.Root, field.Signed.Header.Content.Root);
    }

    [Fact]
    public void Evidence_of_another_publication_is_refused()
    {
        using var field = new CertifiedField(new Random(1), 5);
        using var other = new CertifiedField(new Random(2), 5);
        Assert.Throws<FormatException>(() => Reproduction.Of(new MemoryStream(field.Document()), new MemoryStream(other.Evidence), null));
    }
}
