using System.Text;
using System.Text.Json;
using RaceSystem.Results.Certification.Awards;
using RaceSystem.Results.Certification.Comparison;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Certification.Verification;

/// <summary>A published document beside what its evidence gives when it is scored anew.</summary>
/// <param name="Report">What was found out about the document.</param>
/// <param name="Rows">Rows that the evidence gives.</param>
/// <param name="Differences">What is not the same, for people; empty: every byte is.</param>
public sealed record Reproduction(DocumentReport Report, long Rows, IReadOnlyList<string> Differences)
{
    private const int MaxDifferences = 1_000;

    /// <summary>Header and rows come out byte for byte.</summary>
    public bool IsSame => Differences.Count == 0;

    /// <summary>Verifies the document, scores the evidence and compares.</summary>
    /// <param name="document">The document; read twice.</param>
    /// <param name="evidence">Its evidence file.</param>
    /// <param name="trusted">Fingerprint of the key that the reader trusts; null: none is given.</param>
    /// <exception cref="FormatException">One of the two was changed or cut off.</exception>
    public static Reproduction Of(Stream document, Stream evidence, string? trusted)
    {
        ArgumentNullException.ThrowIfNull(document);
        var report = DocumentVerifier.Verify(document, trusted);
        var scoring = EvidenceFile.Score(evidence);
        var published = report.Header.Content;
        if (scoring.Hash != published.EvidenceHash)
        {
            throw new FormatException($"the evidence is not the one that was signed: its hash is {scoring.Hash}, signed was {published.EvidenceHash}");
        }

        // The header commits to every row through the root of their tree, and the document was found to have these rows:
        // where the header comes out the same, so does every byte. Rows are looked at one by one only to say what differs.
        var standings = scoring.Score();
        var scored = ClassificationBuilder.Build(scoring, standings, published.RaceId, take: null);
        var content = published.Awards is null ? scored with { Awards = null } : scored;
        var made = report.Header with { Content = content };
        return made.ToCanonical().AsSpan().SequenceEqual(report.Header.ToCanonical())
            ? new Reproduction(report, content.RowCount, [])
            : new Reproduction(report, content.RowCount, Differing(document, scoring, standings, published, content));
    }

    private static List<string> Differing(Stream document, EvidenceScoring scoring, MeetStandings standings, ClassificationContent published, ClassificationContent made)
    {
        document.Position = 0;
        var comparison = new RowByRow(document);
        ClassificationBuilder.Build(scoring, standings, published.RaceId, comparison.Take);
        comparison.Complete();
        comparison.Differences.AddRange(AwardDifference.Between(published.Awards ?? [], made.Awards ?? []).Select(TextOf));
        return comparison.Differences is { Count: > 0 } differences ? differences : ["the header: meet, race or rules are not those of the evidence"];
    }

    private static string TextOf(AwardDifference award) =>
        $"award {award.AwardId} {award.DivisionId} {award.Sex}: {string.Join(", ", award.Before.Select(TextOf))} → {string.Join(", ", award.After.Select(TextOf))}";

    private static string TextOf(SignedWinner winner) => $"{winner.Place}. {(winner.Bib.Length > 0 ? winner.Bib : winner.EntryId)} {winner.TimeMs} ms";

    /// <summary>Compares rows as they are made with those of the document, in its order.</summary>
    private sealed class RowByRow
    {
        private readonly LineReader _lines;
        private readonly CanonicalWriter _writer = new();

        public RowByRow(Stream document)
        {
            _lines = new LineReader(document);
            _lines.TryRead(out _);
        }

        public List<string> Differences { get; } = [];

        public void Take(RowPart part)
        {
            foreach (var (made, bib) in part.Read().Zip(part.Bibs))
            {
                var published = _lines.TryRead(out var line) ? Unnamed(line) : [];
                if (!published.AsSpan().SequenceEqual(made) && Differences.Count < MaxDifferences)
                {
                    var fields = RowComparison.Of(published, made).Select(field => $"{field.Field} {field.Before} → {field.After}");
                    Differences.Add($"bib {bib}: {string.Join("; ", fields)}");
                }
            }
        }

        public void Complete()
        {
            while (_lines.TryRead(out var line) && Differences.Count < MaxDifferences)
            {
                Differences.Add($"a row that the evidence does not give: {Encoding.UTF8.GetString(Unnamed(line))}");
            }
        }

        /// <summary>The line as it is stored: without the person beside it.</summary>
        private byte[] Unnamed(ReadOnlyMemory<byte> line)
        {
            using var document = JsonDocument.Parse(line);
            _writer.Clear();
            _writer.BeginObject();
            CanonicalJson.Write(_writer.Name("row"), document.RootElement.GetProperty("row"));
            CanonicalJson.Write(_writer.Name("splits"), document.RootElement.GetProperty("splits"));
            return _writer.EndObject().Written.ToArray();
        }
    }
}
