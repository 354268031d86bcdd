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
    public void Evidence_of_another_publication_is_refused()
    {
        using var field = new CertifiedField(new Random(1), 5);
        using var other = new CertifiedField(new Random(2), 5);
        Assert.Throws<FormatException>(() => Reproduction.Of(new MemoryStream(field.Document()), new MemoryStream(other.Evidence), null));
    }
}
