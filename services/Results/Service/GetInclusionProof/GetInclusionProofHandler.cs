using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Merkle;
using RaceSystem.Results.Certification.Proofs;
using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.GetInclusionProof;

/// <summary>Proves a runner's row.</summary>
internal sealed class GetInclusionProofHandler(ClassificationStore store, ShownPersons persons)
{
    public async Task<GetInclusionProofResponse> HandleAsync(GetInclusionProofRequest request, CancellationToken cancellationToken)
    {
        if (!Bib.TryParse(request.Bib, out var bib))
        {
            throw RefusalException.Invalid("ID_INVALID", "bib", $"must be 1 to {Bib.MaxLength} letters, digits or '-'.");
        }

        var version = await store.RequireAsync(request.MeetId, request.RaceId, request.Version, cancellationToken);
        var leaves = new List<byte[]>();
        var (index, part) = (-1, (RowPart?)null);
        await foreach (var stretch in store.RowsAsync(version, cancellationToken))
        {
            leaves.AddRange(stretch.Leaves.Chunk(MerkleHash.Size));
            if (part is null && stretch.Bibs.ToList().IndexOf(bib.Text) is var at and >= 0)
            {
                (index, part) = (stretch.FirstRow + at, stretch);
            }
        }

        if (part is null)
        {
            throw RefusalException.NotFound("BIB_UNKNOWN", $"Nobody wears bib '{bib}' in version {version.Header.Version} of race '{request.RaceId}'.");
        }

        var line = part.Read()[index - part.FirstRow];
        var entryId = part.EntryIds[index - part.FirstRow];
        var person = request.WithoutPerson ? null : (await persons.OfAsync(request.MeetId, entryId, cancellationToken)).Of(entryId, line);
        var proof = InclusionProof.Write(version, StoredLine.RowOf(line), index, InclusionPath.Of(leaves, index), person);
        return new GetInclusionProofResponse { Classification = ClassificationWire.ToWire(version), Proof = Encoding.UTF8.GetString(proof), Payload = ProofPayload.Pack(proof) };
    }
}
