using System.IO.Compression;
using System.Text;
using Google.Protobuf;
using RaceSystem.Kernel;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification;
using RaceSystem.Results.Certification.Awards;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Certification.Merkle;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Certification.Signing;
using RaceSystem.Results.Tests.Certification.Evidence;
using RaceSystem.Timing.V1;
using ClassificationState = RaceSystem.Results.Certification.Documents.ClassificationState;

namespace RaceSystem.Results.Tests.Certification;

/// <summary>A small race of random runners, published without a server.</summary>
internal sealed class CertifiedField : IDisposable
{
    private const string RaceId = "tenk";
    private readonly List<RowPart> _parts = [];
    private readonly Dictionary<string, PersonOpening> _openings;

    public CertifiedField(Random random, int runners)
    {
        var persons = new PersonCommitments([]);
        using var collector = new EvidenceCollector(persons);
        var sequence = 0L;
        void Take(string owner, string key, IMessage value) => collector.Take(owner, ++sequence, key, value.ToByteArray());
        Take("registration", "meet", new RegistrationRecord { Meet = new MeetRecord { MeetId = "m", DisplayName = "평양 \"마라톤\"", TimeZone = "Asia/Pyongyang", RaceDay = "2025-04-06", RaceIds = { RaceId } } });
        Take("registration", "race/" + RaceId, new RegistrationRecord { Race = Race() });
        foreach (var i in Enumerable.Range(0, runners))
        {
            Take("registration", $"entry/e{i}", new RegistrationRecord { Entry = EntryOf(i, random) });
        }

        Take("timing", "gun", new TimingRecord { GunStart = new GunStart { RaceId = RaceId, WaveId = "w", StartTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(new Instant(1_743_897_600_000_000).ToDateTimeOffset()) } });
        foreach (var i in Enumerable.Range(0, runners).Where(_ => random.Next(10) > 0))
        {
            var start = 1_743_897_600_000_000 + random.Next(60_000_000);
            Take("timing", $"passings/s/C{i}", new TimingRecord { Passings = new ChipPassings { TimingPointId = "s", Chip = $"C{i}", Passings = { new Passing { TimeUs = start } } } });
            Take("timing", $"passings/f/C{i}", new TimingRecord { Passings = new ChipPassings { TimingPointId = "f", Chip = $"C{i}", Passings = { new Passing { TimeUs = start + 1_700_000_000 + random.NextInt64(2_000_000_000) } } } });
        }

        Key = SigningKey.Create();
        (var scoring, Evidence) = collector.Finish();
        var content = ClassificationBuilder.Build(scoring, scoring.Score(), RaceId, _parts.Add);
        Signed = SignedHeader.Sign(
            new ClassificationHeader
            {
                Content = content,
                Version = 1,
                State = ClassificationState.Provisional,
                PublishedBy = "referee",
                PublishedAt = new Instant(1_743_910_000_123_456),
                Logs = [new LogMark("registration", "r", sequence)],
                Key = "",
            },
            Key);
        _openings = persons.Added.ToDictionary(opening => opening.EntryId, StringComparer.Ordinal);
    }

    private CertifiedField(CertifiedField latest, byte[] firstEvidence)
    {
        (Key, Evidence, _openings) = (SigningKey.Create(), firstEvidence, latest._openings);
        var scoring = EvidenceFile.Score(new MemoryStream(Evidence));
        var content = ClassificationBuilder.Build(scoring, scoring.Score(), RaceId, _parts.Add);
        Signed = SignedHeader.Sign(latest.Signed.Header with { Content = content with { Awards = null } }, Key);
    }

    private CertifiedField(CertifiedField honest, Func<string, string> change)
    {
        (Key, Evidence, _openings) = (SigningKey.Create(), honest.Evidence, honest._openings);
        var root = new MerkleRoot();
        foreach (var part in honest._parts)
        {
            var lines = part.Read().Select(line => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(line)))).ToArray();
            lines.ToList().ForEach(line => root.Add(MerkleHash.Leaf(StoredLine.RowOf(line))));
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                lines.ToList().ForEach(line => brotli.Write([.. line, (byte)'\n']));
            }

            _parts.Add(part with { Lines = packed.ToArray() });
        }

        Signed = SignedHeader.Sign(honest.Signed.Header with { Content = honest.Signed.Header.Content with { Root = Hex.Of(root.Root()) } }, Key);
    }

    public SigningKey Key { get; }

    public SignedHeader Signed { get; private set; }

    public byte[] Evidence { get; }

    public IReadOnlyList<RowPart> Parts => _parts;

    /// <summary>The document; the persons of the erased are not in it.</summary>
    public byte[] Document(ISet<string>? erased = null)
    {
        using var document = new MemoryStream();
        document.Write(DocumentWriter.HeaderLine(Signed.Canonical.Span, Signed.Key, Signed.Signature.Span));
        var writer = new CanonicalWriter();
        foreach (var part in _parts)
        {
            foreach (var (line, entryId) in part.Read().Zip(part.EntryIds))
            {
                document.Write(DocumentWriter.RowLine(writer, line, erased?.Contains(entryId) == true ? null : _openings[entryId]));
            }
        }

        return document.ToArray();
    }

    /// <summary>The same with rows changed by somebody who then signed it all: right in itself, but not what the evidence gives.</summary>
    public CertifiedField Forged(Func<string, string> change) => new(this, change);

    /// <summary>The same as it was published before awards were signed and evidence carried outcomes.</summary>
    public CertifiedField AsFirstForm() => new(this, FirstForm.Of(Evidence));

    /// <summary>The same with other awards in the header, signed by somebody else.</summary>
    public CertifiedField WithAwards(IReadOnlyList<SignedAward> awards)
    {
        var forged = new CertifiedField(this, line => line);
        forged.Signed = SignedHeader.Sign(forged.Signed.Header with { Content = forged.Signed.Header.Content with { Awards = awards } }, forged.Key);
        return forged;
    }

    public PersonOpening OpeningOf(string entryId) => _openings[entryId];

    public void Dispose() => Key.Dispose();

    private static Race Race() => new()
    {
        RaceId = RaceId,
        Waves = { new Wave { WaveId = "w" } },
        Rules = new RankingRules { Profile = RuleProfile.Net },
        Divisions =
        {
            new Division { DivisionId = "M40", Sex = Sex.Male, MinAge = 40, MaxAge = 49 },
            new Division { DivisionId = "unreachable", Sex = Sex.Female, Attribute = new AttributeCondition { Key = "phone", Negated = true } },
        },
        Awards = { new AwardRule { AwardId = "hosts", Depth = 3, Countries = { "PRK" } }, new AwardRule { AwardId = "divisions", Depth = 1, EachDivision = true } },
        Course = new Course
        {
            Visits =
            {
                new CourseVisit { SplitId = "start", TimingPointId = "s", Kind = CourseVisitKind.Start },
                new CourseVisit { SplitId = "finish", TimingPointId = "f", DistanceM = 10_000, Kind = CourseVisitKind.Finish },
            },
        },
    };

    private static EntryRecord EntryOf(int i, Random random) => new()
    {
        EntryId = $"e{i}",
        RaceId = RaceId,
        Bib = $"{i + 1}",
        Chips = { $"C{i}" },
        WaveId = "w",
        DisplayName = $"Läufer {i} 김 \"{random.Next()}\"",
        Sex = (Sex)random.Next(3),
        Age = random.Next(80),
        Country = random.Next(2) == 0 ? "PRK" : "",
        Club = "Club",
        Attributes = { Enumerable.Repeat(new Registration.V1.Attribute { Key = "phone", Value = "1" }, random.Next(4) > 0 ? 1 : 0) },
    };
}
