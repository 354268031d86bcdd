using System.Text;
using RaceSystem.Results.Certification.Signing;
using RaceSystem.Results.Certification.Verification;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Certification.Verification;

public sealed class DocumentVerifierTests
{
    private const int Flips = 4_000;

    [Fact]
    public void Any_bit_that_is_flipped_anywhere_in_a_document_is_detected()
    {
        var random = new Random(Seed.Next());
        using var field = new CertifiedField(random, 12);
        var document = field.Document();
        Assert.Equal(12, DocumentVerifier.Verify(new MemoryStream(document), null).ShownPersons);
        for (var i = 0; i < Flips; i++)
        {
            var (at, bit) = (random.Next(document.Length), random.Next(8));
            document[at] ^= (byte)(1 << bit);
            Assert.True(IsRefused(document), $"bit {bit} of byte {at}, now '{(char)document[at]}'");
            document[at] ^= (byte)(1 << bit);
        }
    }

    [Fact]
    public void Rows_that_are_left_out_doubled_moved_or_added_are_detected()
    {
        var random = new Random(Seed.Next());
        using var field = new CertifiedField(random, 9);
        var lines = Encoding.UTF8.GetString(field.Document()).Split('\n')[..^1];
        using var other = new CertifiedField(random, 9);
        var foreign = Encoding.UTF8.GetString(other.Document()).Split('\n')[1];

        string[][] changed = [[.. lines[..^1]], [.. lines, lines[^1]], [lines[0], lines[2], lines[1], .. lines[3..]], [.. lines, foreign], [lines[0]], []];
        Assert.All(changed, wrong => Assert.True(IsRefused(Encoding.UTF8.GetBytes(string.Concat(wrong.Select(line => line + "\n"))))));
        Assert.True(IsRefused(field.Document()[..^1]));
    }

    [Fact]
    public void Erasing_any_runners_keeps_the_signature_the_places_and_the_count()
    {
        var random = new Random(Seed.Next());
        using var field = new CertifiedField(random, 40);
        for (var round = 0; round < 30; round++)
        {
            var erased = Enumerable.Range(0, 40).Where(_ => random.Next(4) == 0).Select(i => $"e{i}").ToHashSet();
            var document = field.Document(erased);
            var report = DocumentVerifier.Verify(new MemoryStream(document), field.Key.Public.Fingerprint);

            Assert.Equal((40 - erased.Count, erased.Count), (report.ShownPersons, report.HiddenPersons));
            Assert.Equal(field.Signed.Hash, report.Hash);
            var text = Encoding.UTF8.GetString(document);
            Assert.All(erased, entryId => Assert.DoesNotContain($"Läufer {entryId[1..]} ", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_person_put_beside_another_row_is_detected()
    {
        using var field = new CertifiedField(new Random(Seed.Next()), 2);
        var lines = Encoding.UTF8.GetString(field.Document()).Split('\n');
        var at = lines[1].IndexOf(",\"row\"", StringComparison.Ordinal);
        var other = lines[2].IndexOf(",\"row\"", StringComparison.Ordinal);

        var swapped = lines[0] + "\n" + lines[2][..other] + lines[1][at..] + "\n" + lines[2] + "\n";

        Assert.Contains("another person", Assert.Throws<FormatException>(() => DocumentVerifier.Verify(new MemoryStream(Encoding.UTF8.GetBytes(swapped)), null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_somebody_else_signed_is_refused_where_the_key_is_known()
    {
        using var field = new CertifiedField(new Random(Seed.Next()), 3);
        using var organiser = SigningKey.Create();

        Assert.False(DocumentVerifier.Verify(new MemoryStream(field.Document()), null).IsKeyTrusted);
        Assert.Throws<FormatException>(() => DocumentVerifier.Verify(new MemoryStream(field.Document()), organiser.Public.Fingerprint));
    }

    private static bool IsRefused(byte[] document)
    {
        try
        {
            DocumentVerifier.Verify(new MemoryStream(document), null);
            return false;
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
