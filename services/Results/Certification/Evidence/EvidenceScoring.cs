using Google.Protobuf;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification.Merkle;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Records;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Certification.Evidence;

/// <summary>
/// Scores a meet from evidence alone: the one way to a classification, taken when it is published and again by whoever
/// reproduces it. Not safe to share between threads.
/// </summary>
/// <param name="join">
/// Puts the person back into an entry, of whom it gets the commitment, for names and lists by country, club or team; null:
/// scored as it was signed, without persons. Divisions, awards and records ask the outcomes in the evidence in any case.
/// </param>
public sealed class EvidenceScoring(Action<EntryRecord, byte[]>? join = null)
{
    private readonly MeetScoring _scoring = new();
    private readonly RegistrationRecordReader _registration = new();
    private readonly TimingRecordReader _timing = new();
    private readonly MerkleRoot _root = new();
    private readonly Dictionary<string, byte[]> _persons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Race> _races = new(StringComparer.Ordinal);
    private readonly long[] _sequences = new long[EvidenceOwners.All.Count];
    private int _owner;

    /// <summary>Records taken.</summary>
    public long Count => _root.Count;

    /// <summary>Root of the tree over the records.</summary>
    public string Hash => Hex.Of(_root.Root());

    /// <summary>The meet's own record; null: there is none.</summary>
    public MeetRecord? Meet { get; private set; }

    /// <summary>Commitments to persons by entry.</summary>
    public IReadOnlyDictionary<string, byte[]> Persons => _persons;

    /// <summary>A race's record; null: there is none.</summary>
    public Race? FindRace(string raceId) => _races.GetValueOrDefault(raceId);

    /// <summary>Takes the next record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="serialized">The same, as it stands in the evidence.</param>
    /// <exception cref="FormatException">It is no evidence, or not in its place.</exception>
    public void Take(EvidenceRecord record, ReadOnlySpan<byte> serialized)
    {
        ArgumentNullException.ThrowIfNull(record);
        RequireOrder(record);
        _root.Add(MerkleHash.Leaf(serialized));
        try
        {
            Read(record);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            // It does not count; MeetFindings names it.
        }
    }

    /// <summary>The standings of everything taken.</summary>
    public MeetStandings Score()
    {
        _scoring.Rescore();
        return _scoring.Snapshot(new LogSequences(SequenceOf(EvidenceOwners.Registration), SequenceOf(EvidenceOwners.Timing), SequenceOf(EvidenceOwners.Results)));
    }

    /// <summary>What reading a record throws that cannot be scored.</summary>
    internal static bool IsUnreadable(Exception error) =>
        error is InvalidProtocolBufferException or InvalidDataException or ArgumentException or OverflowException or InvalidOperationException;

    private void Read(EvidenceRecord record)
    {
        switch (record.Owner)
        {
            case EvidenceOwners.Registration:
                ReadRegistration(record);
                break;
            case EvidenceOwners.Timing:
                _timing.Read(record.Value.Span, _scoring);
                break;
            default:
                ResultsRecordReader.Read(record.Value.Span, _scoring);
                break;
        }
    }

    private void ReadRegistration(EvidenceRecord record)
    {
        if (record.Person.Length == MerkleHash.Size)
        {
            var commitment = record.Person.ToByteArray();
            _persons[record.Key[(record.Key.IndexOf('/', StringComparison.Ordinal) + 1)..]] = commitment;
            if (join is not null && RegistrationRecord.Parser.ParseFrom(record.Value.Span) is { Entry: { } entry } joined)
            {
                join(entry, commitment);
                _registration.Read(joined.ToByteArray(), _scoring);
                return;
            }
        }
        else if (RegistrationRecord.Parser.ParseFrom(record.Value.Span) is { } parsed)
        {
            Meet = parsed.Meet ?? Meet;
            if (parsed.Race is { } race)
            {
                _races[race.RaceId] = race;
            }
        }

        _registration.Read(record.Value.Span, _scoring);
    }

    private void RequireOrder(EvidenceRecord record)
    {
        while (_owner < EvidenceOwners.All.Count && EvidenceOwners.All[_owner] != record.Owner)
        {
            _owner++;
        }

        if (_owner == EvidenceOwners.All.Count || record.Sequence <= _sequences[_owner])
        {
            throw new FormatException($"record {record.Sequence} of '{record.Owner}' is out of order, or of a log that results are not scored from");
        }

        _sequences[_owner] = record.Sequence;
    }

    private long SequenceOf(string owner) => _sequences[EvidenceOwners.All.ToList().IndexOf(owner)];
}
