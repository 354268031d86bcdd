using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Merkle;
using RaceSystem.Results.Certification.Proofs;
using RaceSystem.Results.Certification.Signing;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Certification.Proofs;

public sealed class InclusionProofTests
{
    [Fact]
    public void Any_bit_that_is_flipped_in_a_proof_is_detected()
    {
        using var field = new CertifiedField(new Random(Seed.Next()), 21);
        var proof = ProofOf(field, 13);
        InclusionProof.Verify(proof, field.Key.Public);
        for (var at = 0; at < proof.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                proof[at] ^= (byte)(1 << bit);
                Assert.ThrowsAny<FormatException>(() => InclusionProof.Verify(proof, field.Key.Public));
                proof[at] ^= (byte)(1 << bit);
            }
        }
    }

    [Fact]
    public void A_payload_with_another_character_proves_nothing_else()
    {
        using var field = new CertifiedField(new Random(Seed.Next()), 21);
        var proof = ProofOf(field, 4);
        var payload = ProofPayload.Pack(proof);
        Assert.Matches("^RS1:[A-Z2-7]+$", payload);
        for (var at = 0; at < payload.Length; at++)
        {
            var changed = payload.ToCharArray();
            changed[at] = payload[at] == 'A' ? 'B' : 'A';
            Assert.True(IsRefusedOrTheSame(new string(changed), proof, field.Key.Public));
        }

        Assert.All(Enumerable.Range(1, payload.Length), cut => Assert.True(IsRefusedOrTheSame(payload[..^cut], proof, field.Key.Public)));
        Assert.Throws<FormatException>(() => ProofPayload.Unpack("https://example.org"));
    }

    [Fact]
    public void A_proof_of_another_key_is_refused()
    {
        using var field = new CertifiedField(new Random(Seed.Next()), 5);
        using var other = SigningKey.Create();
        Assert.Throws<FormatException>(() => InclusionProof.Verify(ProofOf(field, 2), other.Public));
    }

    [Fact]
    public void A_proof_fits_a_code_that_a_telephone_reads()
    {
        using var field = new CertifiedField(new Random(1), 600);

        // Version 30 of a QR code holds 2,520 such characters at its lowest level of correction.
        Assert.InRange(ProofPayload.Pack(ProofOf(field, 599)).Length, 1, 2_200);
    }

    private static byte[] ProofOf(CertifiedField field, int index)
    {
        var part = field.Parts[index / RowPart.Size];
        var leaves = field.Parts.SelectMany(stretch => stretch.Leaves.Chunk(MerkleHash.Size)).ToArray();
        var line = part.Read()[index - part.FirstRow];
        return InclusionProof.Write(field.Signed, StoredLine.RowOf(line), index, InclusionPath.Of(leaves, index), field.OpeningOf(part.EntryIds[index - part.FirstRow]));
    }

    private static bool IsRefusedOrTheSame(string payload, byte[] proof, VerifyingKey key)
    {
        try
        {
            var unpacked = ProofPayload.Unpack(payload);
            InclusionProof.Verify(unpacked, key);
            return unpacked.AsSpan().SequenceEqual(proof);
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
