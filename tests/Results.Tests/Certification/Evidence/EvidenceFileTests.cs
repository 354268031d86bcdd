using System.IO.Compression;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Certification.Evidence;

public sealed class EvidenceFileTests
{
    [Fact]
    public void The_same_evidence_gives_the_same_rows_byte_for_byte()
    {
        using var field = new CertifiedField(new Random(Seed.Next()), 600);
        var scoring = EvidenceFile.Score(new MemoryStream(field.Evidence));
        var parts = new List<RowPart>();

        var content = ClassificationBuilder.Build(scoring, scoring.Score(), "tenk", parts.Add);

        Assert.Equal(field.Signed.Canonical.ToArray(), (field.Signed.Header with { Content = content }).ToCanonical());
        Assert.Equal(field.Parts.SelectMany(part => part.Read()), parts.SelectMany(part => part.Read()));
    }

    [Fact]
    public void Records_that_were_changed_are_refused_or_give_another_hash()
    {
        var random = new Random(Seed.Next());
        using var field = new CertifiedField(random, 8);
        var records = Unpacked(field.Evidence);
        for (var i = 0; i < 2_000; i++)
        {
            var (at, bit) = (random.Next(records.Length), random.Next(8));
            var changed = records.ToArray();
            changed[at] ^= (byte)(1 << bit);
            Assert.True(IsDetected(Packed(changed), field), $"bit {bit} of byte {at}");
        }
    }

    [Fact]
    public void Evidence_that_was_cut_off_is_refused()
    {
        using var field = new CertifiedField(new Random(Seed.Next()), 8);
        var records = Unpacked(field.Evidence);

        Assert.All(Enumerable.Range(1, 200), cut => Assert.True(IsDetected(Packed(records[..^cut]), field)));
        Assert.True(IsDetected([], field));
    }

    private static byte[] Unpacked(byte[] file)
    {
        using var records = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(file[EvidenceFile.Magic.Length..]), CompressionMode.Decompress);
        brotli.CopyTo(records);
        return records.ToArray();
    }

    private static byte[] Packed(byte[] records)
    {
        using var file = new MemoryStream();
        using (var brotli = EvidenceFile.Begin(file))
        {
            brotli.Write(records);
        }

        return file.ToArray();
    }

    private static bool IsDetected(byte[] evidence, CertifiedField field)
    {
        try
        {
            return EvidenceFile.Score(new MemoryStream(evidence)).Hash != field.Signed.Header.Content.EvidenceHash;
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
