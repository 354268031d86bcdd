using Google.Protobuf;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Records;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Certification.Evidence;

/// <summary>
/// Makes evidence of logs: takes the persons out of entries, scores what is left and writes it into a file, in one go. The
/// results follow from what is written and from nothing else. Registration's records wait until all of them are there,
/// because what is left of an entry says what came of the conditions of every race. Not safe to share between threads.
/// </summary>
public sealed class EvidenceCollector : IDisposable
{
    private const string EntryPrefix = "entry/", RacePrefix = "race/";

    private static readonly MessageParser<RegistrationRecord> KnownFields = RegistrationRecord.Parser.WithDiscardUnknownFields(true);

    private readonly PersonCommitments _persons;
    private readonly MemoryStream _file = new();
    private readonly Stream _records;
    private readonly EvidenceScoring _scoring = new();
    private readonly MeetConditions _conditions = new();
    private List<(long Sequence, string Key, ReadOnlyMemory<byte> Value)>? _registration = [];

    /// <summary>Begins.</summary>
    public EvidenceCollector(PersonCommitments persons)
    {
        _persons = persons;
        _records = EvidenceFile.Begin(_file);
    }

    /// <summary>Takes the latest record of a key: owner by owner as <see cref="EvidenceOwners.All"/> has them, by sequence.</summary>
    public void Take(string owner, long sequence, string key, ReadOnlyMemory<byte> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (owner == EvidenceOwners.Registration && _registration is { } waiting)
        {
            waiting.Add((sequence, key, value));
            return;
        }

        CloseRegistration();
        if (owner != EvidenceOwners.Results || !key.StartsWith(EvidenceOwners.ClassificationPrefix, StringComparison.Ordinal))
        {
            var kept = owner == EvidenceOwners.Results ? DecisionTexts.Without(value) : UnsafeByteOperations.UnsafeWrap(value);
            Write(new EvidenceRecord { Owner = owner, Sequence = sequence, Key = key, Value = kept });
        }
    }

    /// <summary>What was taken. Nothing can be taken any more.</summary>
    public CollectedEvidence Finish()
    {
        CloseRegistration();
        _records.Dispose();
        return new CollectedEvidence(_scoring, _file.ToArray());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _records.Dispose();
        _file.Dispose();
    }

    private void CloseRegistration()
    {
        if (_registration is not { } waiting)
        {
            return;
        }

        _registration = null;
        foreach (var (_, key, value) in waiting)
        {
            if (key.StartsWith(RacePrefix, StringComparison.Ordinal))
            {
                AddConditions(value);
            }
        }

        foreach (var (sequence, key, value) in waiting)
        {
            var record = new EvidenceRecord { Owner = EvidenceOwners.Registration, Sequence = sequence, Key = key };
            if (key.StartsWith(EntryPrefix, StringComparison.Ordinal))
            {
                Separate(record, value);
            }
            else
            {
                record.Value = UnsafeByteOperations.UnsafeWrap(value);
            }

            Write(record);
        }
    }

    private void Write(EvidenceRecord record)
    {
        var serialized = record.ToByteArray();
        EvidenceFile.Write(_records, serialized);
        _scoring.Take(record, serialized);
    }

    private void AddConditions(ReadOnlyMemory<byte> value)
    {
        try
        {
            if (RegistrationRecord.Parser.ParseFrom(value.Span).Race is { } race)
            {
                _conditions.Add(race);
            }
        }
        catch (Exception error) when (EvidenceScoring.IsUnreadable(error))
        {
            // Scoring skips the record and lists it: the race asks for nothing.
        }
    }

    private void Separate(EvidenceRecord evidence, ReadOnlyMemory<byte> value)
    {
        try
        {
            var record = KnownFields.ParseFrom(value.Span);
            if (record.Entry is { } entry)
            {
                evidence.Person = UnsafeByteOperations.UnsafeWrap(_persons.Of(entry));
                PersonData.Strip(entry, _conditions);
            }

            evidence.Value = record.ToByteString();
        }
        catch (InvalidProtocolBufferException)
        {
            // What cannot be read may name somebody and cannot be scored: one byte that no record is keeps its place, and
            // the check lists it.
            evidence.Value = ByteString.CopyFrom(0xFF);
        }
    }
}
