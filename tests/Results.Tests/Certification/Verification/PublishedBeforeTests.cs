using System.Text;
using RaceSystem.Results.Certification.Proofs;
using RaceSystem.Results.Certification.Verification;

namespace RaceSystem.Results.Tests.Certification.Verification;

/// <summary>
/// A version that the program published before awards were signed and evidence carried outcomes: its files are kept as they
/// were written then. A runner of it has a division that asks for no attribute, which evidence of that form could not tell.
/// </summary>
public sealed class PublishedBeforeTests
{
    [Fact]
    public void The_document_verifies_and_its_evidence_gives_the_same_bytes()
    {
        var (document, evidence) = (Read("jsonl"), Read("evidence"));
        var report = DocumentVerifier.Verify(new MemoryStream(document), null);

        Assert.Equal((12L, 12L), (report.Header.Content.RowCount, report.ShownPersons));
        Assert.Null(report.Header.Content.Awards);
        Assert.Contains("\"division\":\"no-phone\"", Encoding.UTF8.GetString(document), StringComparison.Ordinal);
        var result = Reproduction.Of(new MemoryStream(document), new MemoryStream(evidence), report.Key.Fingerprint);
        Assert.True(result.IsSame, string.Join('\n', result.Differences));
    }

    [Fact]
    public void The_proof_of_a_runner_verifies()
    {
        var report = DocumentVerifier.Verify(new MemoryStream(Read("jsonl")), null);
        var proven = InclusionProof.Verify(ProofPayload.Unpack(Encoding.ASCII.GetString(Read("proof"))), report.Key);

        Assert.Equal(("racesystem-classification/1", report.Hash), (proven.Statement.Format, proven.Statement.Header));
        Assert.Contains("Läufer", proven.Person, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_claims_the_form_of_another_is_refused()
    {
        var document = Encoding.UTF8.GetString(Read("jsonl"));
        Assert.All(
            ["racesystem-classification/2", "racesystem-classification/3"],
            form => Assert.Throws<FormatException>(() => DocumentVerifier.Verify(new MemoryStream(Encoding.UTF8.GetBytes(document.Replace("racesystem-classification/1", form, StringComparison.Ordinal))), null)));
    }

    private static byte[] Read(string kind)
    {
        using var stream = typeof(PublishedBeforeTests).Assembly.GetManifestResourceStream($"before-awards.{kind}")!;
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }
}
