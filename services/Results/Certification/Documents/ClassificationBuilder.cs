using System.Text;
using Google.Protobuf;
using RaceSystem.Results.Certification.Awards;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Certification.Json;
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
    /// <param name="take">Takes the parts in order; null: the content alone is wanted, which commits to every byte of them.</param>
    /// <exception cref="FormatException">The evidence has no such race.</exception>
    public static ClassificationContent Build(EvidenceScoring evidence, MeetStandings standings, string raceId, Action<RowPart>? take)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(standings);
        if (evidence.FindRace(raceId) is not { } race || standings.Find(raceId) is not { } scored || evidence.Meet is not { } meet)
        {
            throw new FormatException($"the evidence has no meet or no race '{raceId}'");
        }

        var rows = new RowPartWriter(evidence.Persons);
        foreach (var part in ResultSheets.RowsOf(scored).Chunk(RowPart.Size))
        {
            rows.Write(part);
            take?.Invoke(rows.Part(part));
        }

        return new ClassificationContent
        {
            MeetId = meet.MeetId,
            RaceId = raceId,
            Meet = JsonOf(meet),
            Race = JsonOf(race),
            Awards = SignedAward.Of(scored),
            ProfileId = RuleBook.Of(scored.Race.Profile).ProfileId,
            ProfileVersion = RuleBook.Of(scored.Race.Profile).Version,
            EvidenceCount = evidence.Count,
            EvidenceHash = evidence.Hash,
            RowCount = rows.Root.Count,
            Root = Hex.Of(rows.Root.Root()),
        };
    }

    private static byte[] JsonOf(IMessage record) => CanonicalJson.Of(Encoding.UTF8.GetBytes(ProtoJson.Format(record)));
}
