using System.IO.Compression;
using Google.Protobuf;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Certification.Evidence;

/// <summary>
/// Makes evidence of logs: takes the persons out of entries, scores what is left and writes it into a file, in one go. The
/// results follow from what is written and from nothing else. Not safe to share between threads.
/// </summary>
public sealed class EvidenceCollector : IDisposable
{
    private const string EntryPrefix = "entry/";

    private static readonly MessageParser<RegistrationRecord> KnownFields = RegistrationRecord.Parser.WithDiscardUnknownFields(true);

    private readonly PersonCommitments _persons;
    private readonly MemoryStream _file = new();
    private readonly BrotliStream _records;

    /// <summary>Begins.</summary>
    public EvidenceCollector(PersonCommitments persons)
    {
        _persons = persons;
        _records = EvidenceFile.Begin(_file);
    }

    /// <summary>The results of what was taken.</summary>
    public EvidenceScoring Scoring { get; } = new();

    /// <summary>Takes the latest record of a key: owner by owner as <see cref="EvidenceOwners.All"/> has them, by sequence.</summary>
    public void Take(string owner, long sequence, string key, ReadOnlyMemory<byte> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (owner == EvidenceOwners.Results && key.StartsWith(EvidenceOwners.ClassificationPrefix, StringComparison.Ordinal))
        {
            return;
        }

        var record = new EvidenceRecord { Owner = owner, Sequence = sequence, Key = key };
        if (owner == EvidenceOwners.Registration && key.StartsWith(EntryPrefix, StringComparison.Ordinal))
        {
            Separate(record, value);
        }
        else
        {
            record.Value = owner == EvidenceOwners.Results ? DecisionTexts.Without(value) : UnsafeByteOperations.UnsafeWrap(value);
        }

        var serialized = record.ToByteArray();
        EvidenceFile.Write(_records, serialized);
        Scoring.Take(record, serialized);
    }

    /// <summary>The file. Nothing can be taken any more.</summary>
    public byte[] Finish()
    {
        _records.Dispose();
        return _file.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _records.Dispose();
        _file.Dispose();
    }

    private void Separate(EvidenceRecord evidence, ReadOnlyMemory<byte> value)
    {
        try
        {
            var record = KnownFields.ParseFrom(value.Span);
            if (record.Entry is { } entry)
            {
                evidence.Person = UnsafeByteOperations.UnsafeWrap(_persons.Of(entry));
                PersonData.Strip(entry);
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
