using System.IO.Compression;
using System.Text;
using Google.Protobuf;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Certification.Merkle;
using RaceSystem.Results.Core.Rules;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>Makes the rows of a race's classification, and what its header says of them, from scored evidence.</summary>
public static class ClassificationBuilder
{
    private static readonly JsonFormatter ProtoJson = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    /// <summary>The content and the rows, handed over part by part.</summary>
    /// <param name="evidence">What was scored.</param>
    /// <param name="standings">Its standings.</param>
    /// <param name="raceId">The race.</param>
    /// <param name="take">Takes the parts in order.</param>
    /// <exception cref="FormatException">The evidence has no such race.</exception>
    public static ClassificationContent Build(EvidenceScoring evidence, MeetStandings standings, string raceId, Action<RowPart> take)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(standings);
        ArgumentNullException.ThrowIfNull(take);
        if (evidence.FindRace(raceId) is not { } race || standings.Find(raceId) is not { } scored || evidence.Meet is not { } meet)
        {
            throw new FormatException($"the evidence has no meet or no race '{raceId}'");
        }

        var root = new MerkleRoot();
        var writer = new RowWriter();
        var first = 0;
        foreach (var rows in ResultSheets.Of(standings, scored).Rows.Chunk(RowPart.Size))
        {
            take(PartOf(rows, first, evidence, writer, root));
            first += rows.Length;
        }

        return new ClassificationContent
        {
            MeetId = meet.MeetId,
            RaceId = raceId,
            Meet = JsonOf(meet),
            Race = JsonOf(race),
            ProfileId = RuleBook.Of(scored.Race.Profile).ProfileId,
            ProfileVersion = RuleBook.Of(scored.Race.Profile).Version,
            EvidenceCount = evidence.Count,
            EvidenceHash = evidence.Hash,
            RowCount = root.Count,
            Root = Hex.Of(root.Root()),
        };
    }

    private static RowPart PartOf(ResultRow[] rows, int first, EvidenceScoring evidence, RowWriter writer, MerkleRoot root)
    {
        using var compressed = new MemoryStream();
        var leaves = new byte[rows.Length * MerkleHash.Size];
        using (var lines = new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var person = evidence.Persons.GetValueOrDefault(rows[i].Entry.EntryId)
                    ?? throw new FormatException($"the evidence has no commitment to the person of entry '{rows[i].Entry.EntryId}'");
                writer.Write(rows[i], person);
                var leaf = MerkleHash.Leaf(writer.Row);
                root.Add(leaf);
                leaf.CopyTo(leaves.AsSpan(i * MerkleHash.Size));
                lines.Write("{\"row\":"u8);
                lines.Write(writer.Row);
                lines.Write(",\"splits\":"u8);
                lines.Write(writer.Splits);
                lines.Write("}\n"u8);
            }
        }

        return new RowPart(first, compressed.ToArray(), leaves, [.. rows.Select(row => row.Entry.EntryId)], [.. rows.Select(row => row.Entry.Bib)]);
    }

    private static byte[] JsonOf(IMessage record) => CanonicalJson.Of(Encoding.UTF8.GetBytes(ProtoJson.Format(record)));
}
